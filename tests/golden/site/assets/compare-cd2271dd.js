assets/compare-cd2271dd.js
