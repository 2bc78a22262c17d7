#include "session.h"

#include <stdlib.h>
#include <string.h>

/* An opaque pointer of ours is libxml2's own under another name. */
static xmlNodePtr node_of(const heddle_xml_element *element) { return (xmlNodePtr)element; }

static heddle_xml_element *first_element(xmlNodePtr node) {
    while (node != NULL && node->type != XML_ELEMENT_NODE) node = node->next;
    return (heddle_xml_element *)node;
}

heddle_xml_document *heddle_xml_parse(const uint8_t *bytes, size_t count, heddle_xml_problems *problems) {
    heddle_session session;
    heddle_session_begin(&session, problems);
    xmlDocPtr document = heddle_read(&session, 0, bytes, count, false);
    heddle_session_end(&session);
    return (heddle_xml_document *)document;
}

void heddle_xml_document_free(heddle_xml_document *document) { xmlFreeDoc((xmlDocPtr)document); }

heddle_xml_element *heddle_xml_root(const heddle_xml_document *document) {
    return (heddle_xml_element *)xmlDocGetRootElement((xmlDocPtr)document);
}

heddle_xml_element *heddle_xml_first_child(const heddle_xml_element *element) {
    return first_element(node_of(element)->children);
}

heddle_xml_element *heddle_xml_next(const heddle_xml_element *element) { return first_element(node_of(element)->next); }

const char *heddle_xml_name(const heddle_xml_element *element) { return (const char *)node_of(element)->name; }

const char *heddle_xml_prefix(const heddle_xml_element *element) {
    return node_of(element)->ns == NULL ? NULL : (const char *)node_of(element)->ns->prefix;
}

const char *heddle_xml_namespace_of(const heddle_xml_element *element) {
    return node_of(element)->ns == NULL ? NULL : (const char *)node_of(element)->ns->href;
}

int heddle_xml_line(const heddle_xml_element *element) { return (int)xmlGetLineNo(node_of(element)); }

int64_t heddle_xml_offset(const heddle_xml_element *element) { return heddle_place_offset(node_of(element)); }

int64_t heddle_xml_end(const heddle_xml_element *element) { return heddle_place_end(node_of(element)); }

char *heddle_xml_copy_text(const heddle_xml_element *element) {
    xmlChar *text = NULL;
    for (xmlNodePtr child = node_of(element)->children; child != NULL; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) text = xmlStrcat(text, child->content);
    }
    return (char *)text;
}

heddle_xml_attribute *heddle_xml_first_attribute(const heddle_xml_element *element) {
    return (heddle_xml_attribute *)node_of(element)->properties;
}

heddle_xml_attribute *heddle_xml_next_attribute(const heddle_xml_attribute *attribute) {
    return (heddle_xml_attribute *)((xmlAttrPtr)attribute)->next;
}

const char *heddle_xml_attribute_name(const heddle_xml_attribute *attribute) {
    return (const char *)((xmlAttrPtr)attribute)->name;
}

const char *heddle_xml_attribute_namespace(const heddle_xml_attribute *attribute) {
    xmlNsPtr ns = ((xmlAttrPtr)attribute)->ns;
    return ns == NULL ? NULL : (const char *)ns->href;
}

char *heddle_xml_copy_attribute_value(const heddle_xml_attribute *attribute) {
    xmlAttrPtr property = (xmlAttrPtr)attribute;
    return (char *)xmlNodeListGetString(property->doc, property->children, 1);
}

void heddle_xml_free_string(char *string) {
    if (string != NULL) xmlFree(string);
}

heddle_xml_namespace *heddle_xml_first_declaration(const heddle_xml_element *element) {
    return (heddle_xml_namespace *)node_of(element)->nsDef;
}

heddle_xml_namespace *heddle_xml_next_declaration(const heddle_xml_namespace *declaration) {
    return (heddle_xml_namespace *)((xmlNsPtr)declaration)->next;
}

const char *heddle_xml_declared_prefix(const heddle_xml_namespace *declaration) {
    return (const char *)((xmlNsPtr)declaration)->prefix;
}

const char *heddle_xml_declared_uri(const heddle_xml_namespace *declaration) {
    return (const char *)((xmlNsPtr)declaration)->href;
}
