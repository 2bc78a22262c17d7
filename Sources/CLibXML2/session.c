#include "session.h"

#include <libxml/xmlschemastypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_once_t is_prepared = PTHREAD_ONCE_INIT;
static xmlExternalEntityLoader their_loader = NULL;
static _Thread_local heddle_session *current = NULL;

static const char schema_namespace[] = "http://www.w3.org/2001/XMLSchema";
static const char instance_namespace[] = "http://www.w3.org/2001/XMLSchema-instance";

static void prepare(xmlParserCtxtPtr parser, heddle_session *session, int source, bool strips_hints);

/* ---- Loading ---- */

static xmlParserInputPtr load(const char *url, const char *id, xmlParserCtxtPtr parser) {
    heddle_session *session = current;
    if (session == NULL) return their_loader != NULL ? their_loader(url, id, parser) : NULL;
    size_t length = strlen(HEDDLE_URL_PREFIX);
    if (url == NULL || session->sources == NULL || strncmp(url, HEDDLE_URL_PREFIX, length) != 0) return NULL;
    char *rest = NULL;
    long number = strtol(url + length, &rest, 10);
    if (rest == url + length || *rest != 0 || number < 0 || (size_t)number >= session->source_count) return NULL;
    const heddle_xml_source *source = &session->sources[number];
    if (source->count > INT32_MAX) return NULL;
    xmlParserInputBufferPtr buffer =
        xmlParserInputBufferCreateMem((const char *)source->bytes, (int)source->count, XML_CHAR_ENCODING_NONE);
    if (buffer == NULL) return NULL;
    xmlParserInputPtr input = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE);
    if (input == NULL) {
        xmlFreeParserInputBuffer(buffer);
        return NULL;
    }
    input->filename = (const char *)xmlStrdup((const xmlChar *)url);
    prepare(parser, session, (int)number, false);
    return input;
}

static void prepare_process(void) {
    xmlInitParser();
    xmlSchemaInitTypes(); /* the built-in types are made once, and only read from then on */
    their_loader = xmlGetExternalEntityLoader();
    xmlSetExternalEntityLoader(load);
}

/* ---- Places ---- */

int64_t heddle_place_offset(const xmlNode *node) {
    uint64_t mark = (uint64_t)(uintptr_t)node->_private;
    return mark == 0 ? -1 : (int64_t)(mark >> 24) - 1;
}

int64_t heddle_place_end(const xmlNode *node) {
    uint64_t mark = (uint64_t)(uintptr_t)node->_private;
    return mark == 0 ? -1 : (int64_t)(mark >> 24) - 1 + (int64_t)(mark & 0xFFFFFF);
}

/* The start tag has just been read, but for its end. No '<' can stand inside of it, so the last one begins it. */
static void mark_place(xmlParserCtxtPtr parser, const heddle_reading *reading) {
    xmlNodePtr node = parser->node;
    xmlParserInputPtr input = parser->input;
    if (node == NULL || input == NULL || parser->inputNr != 1) return;
    if (input->buf == NULL || input->buf->encoder != NULL) return;
    const xmlChar *start = input->cur;
    while (start > input->base && *start != '<') start--;
    if (*start != '<') return;
    const xmlChar *end = input->cur;
    while (*end == ' ' || *end == '\t' || *end == '\n' || *end == '\r') end++;
    if (*end == '/') end++;
    if (*end == '>') end++;
    uint64_t offset = (uint64_t)input->consumed + (uint64_t)(start - input->base) + 1;
    uint64_t length = (uint64_t)(end - start);
    if (length > 0xFFFFFF || offset >= ((uint64_t)1 << 40)) return;
    node->_private = (void *)(uintptr_t)(offset << 24 | length);
}

/* ---- What is changed while reading ---- */

static void set_location(xmlNodePtr node, heddle_reading *reading) {
    const heddle_xml_source *source = &reading->session->sources[reading->source];
    size_t number = reading->references++;
    int target = number < source->target_count ? source->targets[number] : -1;
    if (target < 0) {
        xmlUnsetProp(node, BAD_CAST "schemaLocation");
        return;
    }
    char url[32];
    snprintf(url, sizeof url, HEDDLE_URL_PREFIX "%d", target);
    xmlSetProp(node, BAD_CAST "schemaLocation", BAD_CAST url);
}

static bool is_schema_reference(const xmlNode *node) {
    if (node->ns == NULL || !xmlStrEqual(node->ns->href, BAD_CAST schema_namespace)) return false;
    const xmlNode *parent = node->parent;
    if (parent == NULL || parent->type != XML_ELEMENT_NODE || parent->parent == NULL
        || parent->parent->type != XML_DOCUMENT_NODE)
        return false;
    return xmlStrEqual(node->name, BAD_CAST "include") || xmlStrEqual(node->name, BAD_CAST "import")
        || xmlStrEqual(node->name, BAD_CAST "redefine");
}

static void strip_hints(xmlNodePtr node) {
    static const char *const names[] = {"schemaLocation", "noNamespaceSchemaLocation"};
    for (size_t i = 0; i < 2; i++) {
        xmlAttrPtr hint = xmlHasNsProp(node, BAD_CAST names[i], BAD_CAST instance_namespace);
        if (hint != NULL && hint->type == XML_ATTRIBUTE_NODE) xmlRemoveProp(hint);
    }
}

static void start_element(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
    const xmlChar **declared, int attributes, int defaulted, const xmlChar **values) {
    xmlParserCtxtPtr parser = context;
    heddle_reading *reading = parser->_private;
    if (reading == NULL) return;
    xmlNodePtr before = parser->node;
    reading->start_element(context, name, prefix, uri, namespaces, declared, attributes, defaulted, values);
    if (parser->node == NULL || parser->node == before) return;
    mark_place(parser, reading);
    if (reading->strips_hints) strip_hints(parser->node);
    if (reading->session->sources != NULL && is_schema_reference(parser->node)) set_location(parser->node, reading);
}

static void prepare(xmlParserCtxtPtr parser, heddle_session *session, int source, bool strips_hints) {
    heddle_reading *reading = calloc(1, sizeof *reading);
    if (reading == NULL || parser->sax == NULL) {
        free(reading);
        return;
    }
    reading->session = session;
    reading->source = source;
    reading->strips_hints = strips_hints;
    reading->start_element = parser->sax->startElementNs;
    reading->next = session->readings;
    session->readings = reading;
    parser->_private = reading;
    parser->sax->startElementNs = start_element;
}

xmlDocPtr heddle_read(heddle_session *session, int source, const uint8_t *bytes, size_t count, bool strips_hints) {
    if (count > INT32_MAX) return NULL;
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    if (parser == NULL) return NULL;
    prepare(parser, session, source, strips_hints);
    char url[32];
    snprintf(url, sizeof url, HEDDLE_URL_PREFIX "%d", source);
    int options = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA;
    xmlDocPtr document = xmlCtxtReadMemory(parser, (const char *)bytes, (int)count, url, NULL, options);
    if (document != NULL && !parser->wellFormed) {
        xmlFreeDoc(document);
        document = NULL;
    }
    xmlFreeParserCtxt(parser);
    return document;
}

/* ---- Beginning and end ---- */

void heddle_session_begin(heddle_session *session, heddle_xml_problems *problems) {
    pthread_once(&is_prepared, prepare_process);
    memset(session, 0, sizeof *session);
    session->problems = problems;
    session->outer = current;
    current = session;
    /* Handlers of errors are the thread's own. Regular expressions in schemas report to nobody else. */
    session->their_handler = xmlStructuredError;
    session->their_context = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(problems, (xmlStructuredErrorFunc)heddle_collect);
}

void heddle_session_end(heddle_session *session) {
    xmlSetStructuredErrorFunc(session->their_context, session->their_handler);
    xmlResetLastError();
    current = session->outer;
    while (session->readings != NULL) {
        heddle_reading *next = session->readings->next;
        free(session->readings);
        session->readings = next;
    }
}
