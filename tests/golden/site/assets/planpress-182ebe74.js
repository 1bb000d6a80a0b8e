assets/planpress-182ebe74.js
