#include "session.h"

#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <string.h>

struct heddle_xml_writer {
    xmlBufferPtr buffer;
    xmlTextWriterPtr writer;
    bool has_failed;
};

heddle_xml_writer *heddle_xml_writer_create(void) {
    heddle_xml_writer *writer = calloc(1, sizeof *writer);
    if (writer == NULL) return NULL;
    writer->buffer = xmlBufferCreate();
    writer->writer = writer->buffer == NULL ? NULL : xmlNewTextWriterMemory(writer->buffer, 0);
    if (writer->writer == NULL) {
        heddle_xml_writer_free(writer);
        return NULL;
    }
    xmlTextWriterSetIndent(writer->writer, 1);
    xmlTextWriterSetIndentString(writer->writer, BAD_CAST "  ");
    return writer;
}

void heddle_xml_writer_free(heddle_xml_writer *writer) {
    if (writer == NULL) return;
    if (writer->writer != NULL) xmlFreeTextWriter(writer->writer);
    if (writer->buffer != NULL) xmlBufferFree(writer->buffer);
    free(writer);
}

static void note(heddle_xml_writer *writer, int result) {
    if (result < 0) writer->has_failed = true;
}

/* A copy that XML 1.0 can hold (section 2.2, Char), ending in NUL. A control character is one byte and its replacement
 * U+FFFD three; U+FFFE and U+FFFF are three bytes each. */
static xmlChar *permitted(const uint8_t *text, size_t count) {
    if (count > (SIZE_MAX - 1) / 3) return NULL;
    xmlChar *copy = malloc(count * 3 + 1);
    if (copy == NULL) return NULL;
    static const xmlChar replacement[3] = {0xEF, 0xBF, 0xBD};
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_control = text[i] < 0x20 && text[i] != '\t' && text[i] != '\n' && text[i] != '\r';
        bool is_no_character = text[i] == 0xEF && count - i >= 3 && text[i + 1] == 0xBF && text[i + 2] >= 0xBE;
        if (is_control || is_no_character) {
            memcpy(copy + length, replacement, 3);
            length += 3;
            if (is_no_character) i += 2;
        } else {
            copy[length++] = text[i];
        }
    }
    copy[length] = 0;
    return copy;
}

void heddle_xml_writer_start_document(heddle_xml_writer *writer) {
    note(writer, xmlTextWriterStartDocument(writer->writer, NULL, "UTF-8", NULL));
}

void heddle_xml_writer_start_element(heddle_xml_writer *writer, const char *name) {
    note(writer, xmlTextWriterStartElement(writer->writer, BAD_CAST name));
}

void heddle_xml_writer_attribute(heddle_xml_writer *writer, const char *name, const uint8_t *text, size_t count) {
    xmlChar *value = permitted(text, count);
    note(writer, value == NULL ? -1 : xmlTextWriterWriteAttribute(writer->writer, BAD_CAST name, value));
    free(value);
}

void heddle_xml_writer_text(heddle_xml_writer *writer, const uint8_t *text, size_t count) {
    xmlChar *value = permitted(text, count);
    note(writer, value == NULL ? -1 : xmlTextWriterWriteString(writer->writer, value));
    free(value);
}

void heddle_xml_writer_end_element(heddle_xml_writer *writer) { note(writer, xmlTextWriterEndElement(writer->writer)); }

const uint8_t *heddle_xml_writer_finish(heddle_xml_writer *writer, size_t *count) {
    note(writer, xmlTextWriterEndDocument(writer->writer));
    note(writer, xmlTextWriterFlush(writer->writer));
    if (writer->has_failed) return NULL;
    *count = (size_t)xmlBufferLength(writer->buffer);
    return xmlBufferContent(writer->buffer);
}
