#include "session.h"

#include <libxml/xmlschemas.h>
#include <pthread.h>
#include <stdlib.h>

/* Compiling is serial: it marks types while it looks for circles, and the built-in ones are everybody's. Validating takes
 * no lock: a compiled schema is only read, because the hints at further schemas, by which libxml2 would extend it
 * while it validates, are taken out of the document first. */
static pthread_mutex_t compiling = PTHREAD_MUTEX_INITIALIZER;

struct heddle_xml_schema {
    xmlDocPtr document; /* of the first source; the schema points into it */
    xmlSchemaPtr compiled;
};

heddle_xml_schema *heddle_xml_schema_compile(
    const heddle_xml_source *sources, size_t count, heddle_xml_problems *problems) {
    heddle_xml_schema *schema = calloc(1, sizeof *schema);
    if (schema == NULL || count == 0) {
        free(schema);
        return NULL;
    }
    pthread_mutex_lock(&compiling);
    heddle_session session;
    heddle_session_begin(&session, problems);
    session.sources = sources;
    session.source_count = count;
    schema->document = heddle_read(&session, 0, sources[0].bytes, sources[0].count, false);
    xmlSchemaParserCtxtPtr parser = schema->document == NULL ? NULL : xmlSchemaNewDocParserCtxt(schema->document);
    if (parser != NULL) {
        xmlSchemaSetParserStructuredErrors(parser, (xmlStructuredErrorFunc)heddle_collect, problems);
        schema->compiled = xmlSchemaParse(parser);
        xmlSchemaFreeParserCtxt(parser);
    }
    heddle_session_end(&session);
    pthread_mutex_unlock(&compiling);
    if (schema->compiled != NULL) return schema;
    heddle_xml_schema_free(schema);
    return NULL;
}

void heddle_xml_schema_free(heddle_xml_schema *schema) {
    if (schema == NULL) return;
    if (schema->compiled != NULL) xmlSchemaFree(schema->compiled);
    if (schema->document != NULL) xmlFreeDoc(schema->document);
    free(schema);
}

int heddle_xml_schema_validate(
    const heddle_xml_schema *schema, const uint8_t *bytes, size_t count, heddle_xml_problems *problems) {
    int verdict = 1;
    heddle_session session;
    heddle_session_begin(&session, problems);
    xmlDocPtr document = heddle_read(&session, 0, bytes, count, true);
    if (document != NULL) {
        xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt(schema->compiled);
        if (validator == NULL) {
            verdict = 2;
        } else {
            xmlSchemaSetValidStructuredErrors(validator, (xmlStructuredErrorFunc)heddle_collect, problems);
            int result = xmlSchemaValidateDoc(validator, document);
            verdict = result == 0 ? 0 : result > 0 ? 1 : 2;
            xmlSchemaFreeValidCtxt(validator);
        }
        xmlFreeDoc(document);
    }
    heddle_session_end(&session);
    return verdict;
}
