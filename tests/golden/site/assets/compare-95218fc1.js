assets/compare-95218fc1.js
