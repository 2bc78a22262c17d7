#include "session.h"

#include <stdlib.h>
#include <string.h>

struct heddle_xml_problems {
    size_t most;
    size_t count;
    size_t room;
    heddle_xml_problem *items;
};

heddle_xml_problems *heddle_xml_problems_create(size_t most) {
    heddle_xml_problems *problems = calloc(1, sizeof *problems);
    if (problems != NULL) problems->most = most;
    return problems;
}

void heddle_xml_problems_free(heddle_xml_problems *problems) {
    if (problems == NULL) return;
    for (size_t i = 0; i < problems->count; i++) free((void *)problems->items[i].message);
    free(problems->items);
    free(problems);
}

size_t heddle_xml_problems_count(const heddle_xml_problems *problems) { return problems == NULL ? 0 : problems->count; }

heddle_xml_problem heddle_xml_problems_at(const heddle_xml_problems *problems, size_t index) {
    return problems->items[index];
}

/* libxml2 reports the documents that we hand in under the names that we gave them. */
static int source_of(const char *url) {
    size_t length = strlen(HEDDLE_URL_PREFIX);
    return url != NULL && strncmp(url, HEDDLE_URL_PREFIX, length) == 0 ? atoi(url + length) : -1;
}

void heddle_collect(void *context, xmlErrorPtr error) {
    heddle_xml_problems *problems = context;
    if (problems == NULL || error == NULL || problems->count >= problems->most) return;
    if (problems->count == problems->room) {
        size_t room = problems->room == 0 ? 8 : problems->room * 2;
        heddle_xml_problem *items = realloc(problems->items, room * sizeof *items);
        if (items == NULL) return;
        problems->items = items;
        problems->room = room;
    }
    const char *text = error->message != NULL ? error->message : "libxml2 gave no message";
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == ' ')) length--;
    char *message = malloc(length + 1);
    if (message == NULL) return;
    memcpy(message, text, length);
    message[length] = 0;

    const xmlNode *node = error->node;
    bool is_element = node != NULL && node->type == XML_ELEMENT_NODE;
    if (node != NULL && node->type == XML_ATTRIBUTE_NODE && node->parent != NULL) {
        node = node->parent;
        is_element = node->type == XML_ELEMENT_NODE;
    }
    int source = source_of(error->file);
    if (is_element && node->doc != NULL) source = source_of((const char *)node->doc->URL);
    problems->items[problems->count++] = (heddle_xml_problem){
        .is_error = error->level != XML_ERR_WARNING && error->level != XML_ERR_NONE,
        .is_of_validation = error->domain == XML_FROM_SCHEMASV,
        .code = error->code,
        .source = source,
        .line = is_element ? (int)xmlGetLineNo((xmlNode *)node) : error->line,
        .offset = is_element ? heddle_place_offset(node) : -1,
        .end = is_element ? heddle_place_end(node) : -1,
        .message = message,
    };
}
