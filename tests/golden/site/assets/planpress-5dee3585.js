assets/planpress-5dee3585.js
