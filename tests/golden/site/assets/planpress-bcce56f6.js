assets/planpress-bcce56f6.js
