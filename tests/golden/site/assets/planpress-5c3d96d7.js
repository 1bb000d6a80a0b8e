assets/planpress-5c3d96d7.js
