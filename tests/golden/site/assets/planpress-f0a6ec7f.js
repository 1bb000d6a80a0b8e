assets/planpress-f0a6ec7f.js
