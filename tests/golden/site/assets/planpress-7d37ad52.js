assets/planpress-7d37ad52.js
