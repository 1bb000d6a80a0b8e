assets/compare-86e5701e.js
