assets/planpress-73e6f174.js
