-- Beginnings of words, of three and of four letters, each once a text. Without them FTS5 collects every row of every word that
-- begins so before it gives the first. (Its own `prefix` keeps all their places too: half as much again of the whole store.)
DROP TABLE record_index;
CREATE VIRTUAL TABLE record_index USING fts5(words, marks, begins, content='', tokenize='ascii');
INSERT INTO record_index (record_index, rank) VALUES ('secure-delete', 1);

DROP TABLE page_index;
CREATE VIRTUAL TABLE page_index USING fts5(words, marks, begins, content='', tokenize='ascii');
INSERT INTO page_index (page_index, rank) VALUES ('secure-delete', 1);
