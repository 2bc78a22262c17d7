/* libxml2 behind an interface of our own: opaque pointers, plain C types, and nothing of libxml2's headers.
 *
 * Rules for all of it:
 * - No file and no network is ever touched. What a schema includes or imports is handed in; all else is refused.
 * - Strings are UTF-8 and end in NUL unless a length is given. They live as long as the object that they were asked of.
 * - Objects may be used by one thread at a time, but for a compiled schema: any number of threads may validate with it
 *   at once. Different objects never share state that changes.
 */
#ifndef HEDDLE_CLIBXML2_H
#define HEDDLE_CLIBXML2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- Problems ---------------------------------------------------------------------------------------------------- */

typedef struct heddle_xml_problems heddle_xml_problems;

typedef struct {
    bool is_error;          /* else a warning */
    bool is_of_validation;  /* a document does not meet its schema; else the text is no XML or no schema */
    int code;               /* libxml2's own, of xmlParserErrors */
    int source;             /* which of the sources, from 0; -1 where libxml2 does not say */
    int line;               /* from 1; 0 where unknown */
    int64_t offset;         /* of the start tag of the element that is meant, in bytes; -1 where unknown */
    int64_t end;            /* behind that tag; -1 where unknown */
    const char *message;    /* without the line break at its end */
} heddle_xml_problem;

/* At most `most` are kept, the first ones. */
heddle_xml_problems *heddle_xml_problems_create(size_t most);
void heddle_xml_problems_free(heddle_xml_problems *problems);
size_t heddle_xml_problems_count(const heddle_xml_problems *problems);
heddle_xml_problem heddle_xml_problems_at(const heddle_xml_problems *problems, size_t index);

/* ---- Documents --------------------------------------------------------------------------------------------------- */

typedef struct heddle_xml_document heddle_xml_document;
typedef struct heddle_xml_element heddle_xml_element;
typedef struct heddle_xml_attribute heddle_xml_attribute;
typedef struct heddle_xml_namespace heddle_xml_namespace;

/* NULL where the text is not well-formed. External entities and DTDs are not read; internal entities are put in, within
 * libxml2's bounds for their growth; elements nest at most 256 deep. */
heddle_xml_document *heddle_xml_parse(const uint8_t *bytes, size_t count, heddle_xml_problems *problems);
void heddle_xml_document_free(heddle_xml_document *document);

heddle_xml_element *heddle_xml_root(const heddle_xml_document *document);
heddle_xml_element *heddle_xml_first_child(const heddle_xml_element *element);
heddle_xml_element *heddle_xml_next(const heddle_xml_element *element);
const char *heddle_xml_name(const heddle_xml_element *element);
const char *heddle_xml_prefix(const heddle_xml_element *element);         /* NULL: none */
const char *heddle_xml_namespace_of(const heddle_xml_element *element);   /* NULL: none */
int heddle_xml_line(const heddle_xml_element *element);
/* Where the start tag begins and ends in the bytes; -1 where that is not known: the text is not UTF-8, or an entity. */
int64_t heddle_xml_offset(const heddle_xml_element *element);
int64_t heddle_xml_end(const heddle_xml_element *element);
/* The text between the tags, without that of inner elements; free it. NULL: none. */
char *heddle_xml_copy_text(const heddle_xml_element *element);

heddle_xml_attribute *heddle_xml_first_attribute(const heddle_xml_element *element);
heddle_xml_attribute *heddle_xml_next_attribute(const heddle_xml_attribute *attribute);
const char *heddle_xml_attribute_name(const heddle_xml_attribute *attribute);
const char *heddle_xml_attribute_namespace(const heddle_xml_attribute *attribute);
char *heddle_xml_copy_attribute_value(const heddle_xml_attribute *attribute); /* free it */
void heddle_xml_free_string(char *string);

/* The namespaces that the element itself declares. */
heddle_xml_namespace *heddle_xml_first_declaration(const heddle_xml_element *element);
heddle_xml_namespace *heddle_xml_next_declaration(const heddle_xml_namespace *declaration);
const char *heddle_xml_declared_prefix(const heddle_xml_namespace *declaration); /* NULL: the default namespace */
const char *heddle_xml_declared_uri(const heddle_xml_namespace *declaration);

/* ---- Tapes ------------------------------------------------------------------------------------------------------- */

/* A document as the events of libxml2's streaming parser, one behind the other, for codecs that read it once and in order. No tree
 * is built. Document types are refused, and with them all entities but the five of XML; so are elements nested deeper than asked.
 * Comments and processing instructions are left out, and text on both sides of them is one. */
typedef struct heddle_xml_tape heddle_xml_tape;

enum { HEDDLE_XML_START = 1, HEDDLE_XML_END = 2, HEDDLE_XML_TEXT = 3 };

typedef struct {
    const char *bytes;      /* ends in NUL; NULL: none */
    uint32_t count;
} heddle_xml_tape_name;

typedef struct {
    heddle_xml_tape_name local, prefix, uri;
    uint64_t text;          /* where the value begins in the tape's text */
    uint32_t count;
    bool is_used;           /* the reader's own mark */
} heddle_xml_tape_attribute;

typedef struct {
    heddle_xml_tape_name prefix, uri;
} heddle_xml_tape_declaration;

typedef struct {
    uint8_t kind;
    uint32_t partner;       /* of a start its end, of an end its start */
    int32_t parent;         /* the start that it lies in; -1: none */
    int32_t line;
    int64_t offset;         /* of the start tag in bytes; -1 where unknown */
    heddle_xml_tape_name local, prefix, uri;
    uint32_t attributes, attribute_count;
    uint32_t declarations, declaration_count;
    uint64_t text;          /* of text: where it begins in the tape's text */
    uint32_t count;
    bool is_blank;
} heddle_xml_event;

typedef struct {
    int code;               /* of xmlParserErrors; 0: none; -1: a document type; -2: too deep; -3: too large, or no memory */
    int line;
    int64_t offset;         /* -1 where unknown */
} heddle_xml_tape_error;

/* NULL where the text is not well-formed, with the reason in `error`. The bytes are not needed afterwards. */
heddle_xml_tape *heddle_xml_tape_create(const uint8_t *bytes, size_t count, int deepest, heddle_xml_tape_error *error);
void heddle_xml_tape_free(heddle_xml_tape *tape);
const heddle_xml_event *heddle_xml_tape_events(const heddle_xml_tape *tape, size_t *count);
heddle_xml_tape_attribute *heddle_xml_tape_attributes(heddle_xml_tape *tape);
const heddle_xml_tape_declaration *heddle_xml_tape_declarations(const heddle_xml_tape *tape);
const uint8_t *heddle_xml_tape_text(const heddle_xml_tape *tape);

/* ---- Patterns ---------------------------------------------------------------------------------------------------- */

/* A regular expression of XML Schema; any number of threads may match with it at once. NULL where it is none. */
typedef struct heddle_xml_pattern heddle_xml_pattern;

heddle_xml_pattern *heddle_xml_pattern_create(const char *expression);
void heddle_xml_pattern_free(heddle_xml_pattern *pattern);
/* Of the whole text. 1: it matches. 0: it does not. -1: libxml2 gave up. */
int heddle_xml_pattern_matches(const heddle_xml_pattern *pattern, const char *text);

/* ---- Schemas ----------------------------------------------------------------------------------------------------- */

typedef struct heddle_xml_schema heddle_xml_schema;

typedef struct {
    const uint8_t *bytes;
    size_t count;
    /* For the include, import and redefine children of the root, in order: the source that each means, -1 for none. */
    const int *targets;
    size_t target_count;
} heddle_xml_source;

/* Compiles the first source as an XML Schema 1.0; NULL where it is none. The sources are not needed afterwards. */
heddle_xml_schema *heddle_xml_schema_compile(
    const heddle_xml_source *sources, size_t count, heddle_xml_problems *problems);
void heddle_xml_schema_free(heddle_xml_schema *schema);

/* 0: valid. 1: invalid or not well-formed. 2: libxml2 gave up, and the document is neither. Hints of the document at
 * where schemas lie (xsi:schemaLocation) are not followed. */
int heddle_xml_schema_validate(
    const heddle_xml_schema *schema, const uint8_t *bytes, size_t count, heddle_xml_problems *problems);

/* ---- Writing ----------------------------------------------------------------------------------------------------- */

/* Writes a document into memory as UTF-8, two spaces a level. Characters that XML 1.0 cannot hold become U+FFFD. Text is
 * valid UTF-8, with its length in bytes; names are XML names, which is not checked. */
typedef struct heddle_xml_writer heddle_xml_writer;

heddle_xml_writer *heddle_xml_writer_create(void); /* NULL: no memory */
void heddle_xml_writer_free(heddle_xml_writer *writer);
void heddle_xml_writer_start_document(heddle_xml_writer *writer);
void heddle_xml_writer_start_element(heddle_xml_writer *writer, const char *name);
void heddle_xml_writer_attribute(heddle_xml_writer *writer, const char *name, const uint8_t *text, size_t count);
void heddle_xml_writer_text(heddle_xml_writer *writer, const uint8_t *text, size_t count);
void heddle_xml_writer_end_element(heddle_xml_writer *writer);
/* Closes what is open. The bytes live as long as the writer; NULL where something failed. */
const uint8_t *heddle_xml_writer_finish(heddle_xml_writer *writer, size_t *count);

#endif
