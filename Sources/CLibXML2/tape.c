#include "session.h"

#include <stdlib.h>
#include <string.h>

struct heddle_xml_tape {
    heddle_xml_event *events;
    size_t event_count, event_room;
    heddle_xml_tape_attribute *attributes;
    size_t attribute_count, attribute_room;
    heddle_xml_tape_declaration *declarations;
    size_t declaration_count, declaration_room;
    uint8_t *text;
    size_t text_count, text_room;
    xmlDictPtr names; /* holds the names that events point at */
    xmlParserCtxtPtr parser;
    int32_t open; /* the start that is not yet ended */
    int depth, deepest;
    heddle_xml_tape_error error;
};

static int64_t place(const heddle_xml_tape *tape) {
    xmlParserInputPtr input = tape->parser->input;
    if (input == NULL || input->buf == NULL || input->buf->encoder != NULL) return -1;
    return (int64_t)input->consumed + (input->cur - input->base);
}

static void fail(heddle_xml_tape *tape, int code) {
    if (tape->error.code == 0) {
        xmlParserInputPtr input = tape->parser->input;
        tape->error = (heddle_xml_tape_error){.code = code, .line = input == NULL ? 0 : input->line, .offset = place(tape)};
    }
    xmlStopParser(tape->parser);
}

/* Room for `more` further items, twice as much as before: false where there is none. */
static bool make_room(void **items, size_t *room, size_t count, size_t more, size_t size) {
    if (*room - count >= more) return true;
    size_t wanted = *room * 2;
    if (wanted < count + more) wanted = count + more;
    if (wanted < 16) wanted = 16;
    if (wanted > SIZE_MAX / size) return false;
    void *grown = realloc(*items, wanted * size);
    if (grown == NULL) return false;
    *items = grown;
    *room = wanted;
    return true;
}

#define ROOM(tape, list, more) \
    make_room((void **)&(tape)->list##s, &(tape)->list##_room, (tape)->list##_count, (more), sizeof *(tape)->list##s)

static bool add_text(heddle_xml_tape *tape, const xmlChar *bytes, size_t count) {
    if (!make_room((void **)&tape->text, &tape->text_room, tape->text_count, count, 1)) return false;
    memcpy(tape->text + tape->text_count, bytes, count);
    tape->text_count += count;
    return true;
}

static heddle_xml_tape_name name_of(const xmlChar *text) {
    return (heddle_xml_tape_name){(const char *)text, text == NULL ? 0 : (uint32_t)strlen((const char *)text)};
}

/* The start tag has just been read, but for its end. No '<' can stand inside of it, so the last one begins it. */
static int64_t start_of_tag(const heddle_xml_tape *tape) {
    if (place(tape) < 0) return -1;
    xmlParserInputPtr input = tape->parser->input;
    const xmlChar *start = input->cur;
    while (start > input->base && *start != '<') start--;
    return (int64_t)input->consumed + (start - input->base);
}

static void start_element(
    void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int declared, const xmlChar **namespaces,
    int attributes, int defaulted, const xmlChar **values) {
    (void)defaulted;
    heddle_xml_tape *tape = ((xmlParserCtxtPtr)context)->_private;
    if (tape->error.code != 0) return;
    if (++tape->depth > tape->deepest) return fail(tape, -2);
    if (!ROOM(tape, event, 1) || !ROOM(tape, attribute, (size_t)attributes) || !ROOM(tape, declaration, (size_t)declared)
        || tape->event_count >= INT32_MAX)
        return fail(tape, -3);
    tape->events[tape->event_count] = (heddle_xml_event){
        .kind = HEDDLE_XML_START,
        .parent = tape->open,
        .line = tape->parser->input == NULL ? 0 : tape->parser->input->line,
        .offset = start_of_tag(tape),
        .local = name_of(local),
        .prefix = name_of(prefix),
        .uri = name_of(uri),
        .attributes = (uint32_t)tape->attribute_count,
        .attribute_count = (uint32_t)attributes,
        .declarations = (uint32_t)tape->declaration_count,
        .declaration_count = (uint32_t)declared,
    };
    tape->open = (int32_t)tape->event_count++;
    for (int i = 0; i < declared; i++) {
        tape->declarations[tape->declaration_count++] =
            (heddle_xml_tape_declaration){.prefix = name_of(namespaces[2 * i]), .uri = name_of(namespaces[2 * i + 1])};
    }
    for (int i = 0; i < attributes; i++) {
        const xmlChar **value = values + 5 * i;
        size_t count = (size_t)(value[4] - value[3]);
        tape->attributes[tape->attribute_count++] = (heddle_xml_tape_attribute){
            .local = name_of(value[0]),
            .prefix = name_of(value[1]),
            .uri = name_of(value[2]),
            .text = tape->text_count,
            .count = (uint32_t)count,
        };
        if (!add_text(tape, value[3], count)) return fail(tape, -3);
    }
}

static void end_element(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    (void)local, (void)prefix, (void)uri;
    heddle_xml_tape *tape = ((xmlParserCtxtPtr)context)->_private;
    if (tape->error.code != 0 || tape->open < 0) return;
    if (!ROOM(tape, event, 1)) return fail(tape, -3);
    heddle_xml_event *start = &tape->events[tape->open];
    start->partner = (uint32_t)tape->event_count;
    tape->events[tape->event_count++] = (heddle_xml_event){
        .kind = HEDDLE_XML_END, .partner = (uint32_t)tape->open, .parent = start->parent, .line = start->line, .offset = start->offset};
    tape->open = start->parent;
    tape->depth--;
}

static void characters(void *context, const xmlChar *bytes, int count) {
    heddle_xml_tape *tape = ((xmlParserCtxtPtr)context)->_private;
    if (tape->error.code != 0 || tape->open < 0 || count <= 0) return;
    heddle_xml_event *last = tape->event_count > 0 ? &tape->events[tape->event_count - 1] : NULL;
    if (last == NULL || last->kind != HEDDLE_XML_TEXT) {
        if (!ROOM(tape, event, 1)) return fail(tape, -3);
        last = &tape->events[tape->event_count++];
        const heddle_xml_event *start = &tape->events[tape->open];
        *last = (heddle_xml_event){
            .kind = HEDDLE_XML_TEXT, .parent = tape->open, .line = start->line, .offset = start->offset, .text = tape->text_count,
            .is_blank = true};
    }
    if (!add_text(tape, bytes, (size_t)count)) return fail(tape, -3);
    last->count += (uint32_t)count;
    for (int i = 0; i < count && last->is_blank; i++) {
        last->is_blank = bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\r';
    }
}

static void document_type(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name, (void)external, (void)system;
    fail(((xmlParserCtxtPtr)context)->_private, -1);
}

static void problem(void *context, xmlErrorPtr error) {
    heddle_xml_tape *tape = ((xmlParserCtxtPtr)context)->_private;
    if (error == NULL || error->level < XML_ERR_ERROR || tape->error.code != 0) return;
    if (error->code == XML_WAR_NS_URI || error->code == XML_WAR_NS_URI_RELATIVE) return; /* a namespace is any text */
    tape->error = (heddle_xml_tape_error){.code = error->code, .line = error->line, .offset = place(tape)};
}

heddle_xml_tape *heddle_xml_tape_create(const uint8_t *bytes, size_t count, int deepest, heddle_xml_tape_error *error) {
    *error = (heddle_xml_tape_error){.code = -3, .offset = -1};
    if (count > INT32_MAX / 4) return NULL;
    heddle_xml_tape *tape = calloc(1, sizeof *tape);
    if (tape == NULL) return NULL;
    heddle_session session;
    heddle_session_begin(&session, NULL);
    tape->parser = xmlNewParserCtxt();
    if (tape->parser != NULL && tape->parser->sax != NULL) {
        tape->open = -1;
        tape->deepest = deepest;
        memset(tape->parser->sax, 0, sizeof *tape->parser->sax);
        tape->parser->sax->initialized = XML_SAX2_MAGIC;
        tape->parser->sax->startElementNs = start_element;
        tape->parser->sax->endElementNs = end_element;
        tape->parser->sax->characters = characters;
        tape->parser->sax->ignorableWhitespace = characters;
        tape->parser->sax->cdataBlock = characters;
        tape->parser->sax->internalSubset = document_type;
        tape->parser->sax->serror = (xmlStructuredErrorFunc)problem;
        tape->parser->_private = tape;
        xmlDocPtr document = xmlCtxtReadMemory(
            tape->parser, (const char *)bytes, (int)count, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES);
        if (document != NULL) xmlFreeDoc(document);
        if (tape->error.code == 0 && !tape->parser->wellFormed) fail(tape, 1);
        if (tape->error.code == 0 && (tape->event_count == 0 || tape->open >= 0)) fail(tape, 4);
        tape->names = tape->parser->dict;
        xmlDictReference(tape->names);
        *error = tape->error;
    }
    if (tape->parser != NULL) xmlFreeParserCtxt(tape->parser);
    tape->parser = NULL;
    heddle_session_end(&session);
    if (error->code == 0) return tape;
    heddle_xml_tape_free(tape);
    return NULL;
}

void heddle_xml_tape_free(heddle_xml_tape *tape) {
    if (tape == NULL) return;
    if (tape->names != NULL) xmlDictFree(tape->names);
    free(tape->events);
    free(tape->attributes);
    free(tape->declarations);
    free(tape->text);
    free(tape);
}

const heddle_xml_event *heddle_xml_tape_events(const heddle_xml_tape *tape, size_t *count) {
    *count = tape->event_count;
    return tape->events;
}

heddle_xml_tape_attribute *heddle_xml_tape_attributes(heddle_xml_tape *tape) { return tape->attributes; }

const heddle_xml_tape_declaration *heddle_xml_tape_declarations(const heddle_xml_tape *tape) { return tape->declarations; }

const uint8_t *heddle_xml_tape_text(const heddle_xml_tape *tape) { return tape->text; }
