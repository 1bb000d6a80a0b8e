assets/planpress-1dbbf3db.js
