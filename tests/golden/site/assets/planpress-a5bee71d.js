assets/planpress-a5bee71d.js
