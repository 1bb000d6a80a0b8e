assets/compare-60f970f3.js
