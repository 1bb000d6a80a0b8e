assets/planpress-594ad614.js
