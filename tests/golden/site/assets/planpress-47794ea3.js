assets/planpress-47794ea3.js
