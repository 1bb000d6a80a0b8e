assets/planpress-7fb8194c.js
