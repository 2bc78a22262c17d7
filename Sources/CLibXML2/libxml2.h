/* What the C files of this target see of libxml2, without the ICU headers that it may have been built with. */
#ifndef HEDDLE_LIBXML2_H
#define HEDDLE_LIBXML2_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#endif
