/* What one call into libxml2 carries with it: where problems go, and what may be loaded.
 *
 * libxml2 has one loader of external entities for the whole process and one handler of errors a thread. Ours is put into
 * the first place once and asks a variable of the thread whether the thread is in a call of ours: if not, it hands on to
 * the loader that was there, so that other users of libxml2 in the process see no change; if so, it knows only the
 * sources of the call. So no lock is needed, nothing has to be put back, and a thread of ours can never reach a file.
 */
#ifndef HEDDLE_SESSION_H
#define HEDDLE_SESSION_H

#include "CLibXML2.h"
#include "libxml2.h"

typedef struct heddle_session heddle_session;

struct heddle_session {
    heddle_xml_problems *problems;
    const heddle_xml_source *sources; /* NULL: nothing may be loaded */
    size_t source_count;
    struct heddle_reading *readings; /* one for each text that was parsed, freed at the end */
    heddle_session *outer;
    xmlStructuredErrorFunc their_handler;
    void *their_context;
};

/* The state of parsing one text. */
typedef struct heddle_reading {
    heddle_session *session;
    int source;
    size_t references; /* seen so far */
    bool strips_hints; /* of where schemas lie */
    startElementNsSAX2Func start_element;
    struct heddle_reading *next;
} heddle_reading;

void heddle_session_begin(heddle_session *session, heddle_xml_problems *problems);
void heddle_session_end(heddle_session *session);

/* A parser of the text as ours are: marks each element with its place, refuses external entities. */
xmlDocPtr heddle_read(heddle_session *session, int source, const uint8_t *bytes, size_t count, bool strips_hints);

void heddle_collect(void *problems, xmlErrorPtr error);

#define HEDDLE_URL_PREFIX "heddle:"

/* Places are kept in the `_private` of nodes: 40 bits of offset and 24 of the tag's length, shifted so that 0 is unknown. */
int64_t heddle_place_offset(const xmlNode *node);
int64_t heddle_place_end(const xmlNode *node);

#endif
