"""Results as a spreadsheet and back: the register (執行成果登錄表) of an assessment, and head office's own form."""
