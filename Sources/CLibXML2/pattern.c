#include "session.h"

#include <libxml/xmlregexp.h>

/* An opaque pointer of ours is libxml2's own under another name. Matching only reads what was compiled. */

heddle_xml_pattern *heddle_xml_pattern_create(const char *expression) {
    heddle_session session;
    heddle_session_begin(&session, NULL);
    xmlRegexpPtr compiled = xmlRegexpCompile(BAD_CAST expression);
    heddle_session_end(&session);
    return (heddle_xml_pattern *)compiled;
}

void heddle_xml_pattern_free(heddle_xml_pattern *pattern) {
    if (pattern != NULL) xmlRegFreeRegexp((xmlRegexpPtr)pattern);
}

int heddle_xml_pattern_matches(const heddle_xml_pattern *pattern, const char *text) {
    return xmlRegexpExec((xmlRegexpPtr)pattern, BAD_CAST text);
}
