/* Empty, and meant so: this target only carries the flags that libxml2 is compiled and linked with. Its headers are
   included by the C files of CLibXML2 alone. Debian builds libxml2 with ICU, so that its headers draw in ICU's; a module
   that shows them to Swift does not build beside Foundation, which brings an ICU of its own. */
