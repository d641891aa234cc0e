"""Files of documents: read by a child process that can harm nothing, let in by the gate, kept once under what they hold."""
