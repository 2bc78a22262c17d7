// Generated from Specs/diagnostics/xsd by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let xsdPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"xsd/ambiguous-content"#,
            title: #"The content model is not deterministic"#,
            meaning: #"""
                A parser has to know at each element which part of the model it is without looking ahead (Unique Particle Attribution, XML Schema
                Structures 3.8.6).
                """#,
            example: #"""
                ```xml
                <xs:sequence>
                  <xs:element name="a" minOccurs="0"/>
                  <xs:element name="a"/>
                </xs:sequence>
                ```
                """#,
            remedy: #"Write the model so that equal names do not meet: `<xs:element name="a" maxOccurs="2"/>`."#),
        DiagnosticPage(
            code: #"xsd/attribute-now-required"#,
            title: #"An attribute has to be given that was optional"#,
            meaning: #"Documents without the attribute were valid."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                    <xs:attribute name="channel" type="xs:string"/>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                    <xs:attribute name="channel" type="xs:string" use="required"/>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep it optional; a `default` says what is meant where it is not given."#),
        DiagnosticPage(
            code: #"xsd/attribute-removed"#,
            title: #"An attribute is no longer taken"#,
            meaning: #"Documents could have this attribute, and are refused with it now."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                    <xs:attribute name="channel" type="xs:string"/>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep the attribute as an optional one."#),
        DiagnosticPage(
            code: #"xsd/circular-definition"#,
            title: #"A definition needs itself"#,
            meaning: #"""
                A group that is in itself, a type derived from itself, or a union that is its own member has no meaning. Types may well have
                elements of their own type.
                """#,
            example: #"""
                ```xml
                <xs:complexType name="Order">
                  <xs:complexContent>
                    <xs:extension base="Order"/>
                  </xs:complexContent>
                </xs:complexType>
                ```
                """#,
            remedy: #"Take one of the references out of the circle."#),
        DiagnosticPage(
            code: #"xsd/comparison-given-up"#,
            title: #"The comparison was not carried to its end"#,
            meaning: #"""
                The schemas differ in more than a thousand places, or are too large to be compared to the end. What was not looked at counts as
                breaking.
                """#,
            example: #"""
                ```text
                Two versions with more than a thousand elements that have nothing in common.
                ```
                """#,
            remedy: #"Mend what is told first, or compare smaller schemas."#),
        DiagnosticPage(
            code: #"xsd/content-model-narrowed"#,
            title: #"An order of elements is no longer taken"#,
            meaning: #"""
                Each element is still known, and as often, yet not in each order: a choice became a sequence, elements changed places, or one
                now has to come with another. The comparison is by the language of the content model, not by how it is written, so that the
                message names a real word of the old model.
                """#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:choice minOccurs="0" maxOccurs="2">
                        <xs:element name="card" type="xs:string"/>
                        <xs:element name="voucher" type="xs:string"/>
                      </xs:choice>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="card" type="xs:string" minOccurs="0" maxOccurs="2"/>
                      <xs:element name="voucher" type="xs:string" minOccurs="0" maxOccurs="2"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Let the new model take all that the old one took; new elements go to the end, as optional ones."#),
        DiagnosticPage(
            code: #"xsd/default-changed"#,
            title: #"A default means something else"#,
            meaning: #"Documents stay valid, and those without the value mean something else than they did. This does not break the contract."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                    <xs:attribute name="currency" type="xs:string" default="EUR"/>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                    <xs:attribute name="currency" type="xs:string" default="USD"/>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep the default where readers rely on it."#),
        DiagnosticPage(
            code: #"xsd/default-removed"#,
            title: #"An empty element had a default, and has none any more"#,
            meaning: #"""
                An empty element is filled with its default. Without it the element has to be valid as it is, and its type does not take an
                empty text.
                """#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                      <xs:element name="quantity" type="xs:int" default="1"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                      <xs:element name="quantity" type="xs:int"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep the default."#),
        DiagnosticPage(
            code: #"xsd/derived-type-removed"#,
            title: #"A type can no longer stand for the one that it was derived from"#,
            meaning: #"""
                Documents may say by `xsi:type` that an element is of a type derived from the declared one. This type is gone, is derived from
                another one, is abstract, or is kept out by `block`.
                """#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                  </xs:complexType>

                  <xs:complexType name="GiftOrder">
                    <xs:complexContent>
                      <xs:extension base="Order">
                        <xs:attribute name="greeting" type="xs:string"/>
                      </xs:extension>
                    </xs:complexContent>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep the derived type, and its derivation."#),
        DiagnosticPage(
            code: #"xsd/document-syntax"#,
            title: #"A document is no XML"#,
            meaning: #"""
                The document is not well-formed, or larger than what is read safely: elements nest at most 256 deep, entities grow within bounds, and
                nothing outside of the text is read.
                """#,
            example: #"""
                ```xml
                <order><id>7</order>
                ```
                """#,
            remedy: #"Mend the program that writes the document."#),
        DiagnosticPage(
            code: #"xsd/duplicate-component"#,
            title: #"A name is given twice"#,
            meaning: #"Two types, elements, attributes or groups of the top level have the same name."#,
            example: #"""
                ```xml
                <xs:element name="order" type="xs:string"/>
                <xs:element name="order" type="xs:int"/>
                ```
                """#,
            remedy: #"Rename or remove one of them. The same text included under two names is read twice, too."#),
        DiagnosticPage(
            code: #"xsd/element-now-abstract"#,
            title: #"An element is abstract now"#,
            meaning: #"""
                An abstract element cannot stand in a document; one of its substitution group has to. Documents that have the element itself are
                refused.
                """#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="payment" type="xs:string"/>
                  <xs:element name="card" type="xs:string" substitutionGroup="payment"/>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="payment" type="xs:string" abstract="true"/>
                  <xs:element name="card" type="xs:string" substitutionGroup="payment"/>
                </xs:schema>
                ```
                """#,
            remedy: #"Leave the element concrete, or keep it out of new documents before it becomes abstract."#),
        DiagnosticPage(
            code: #"xsd/element-removed"#,
            title: #"An element is no longer taken"#,
            meaning: #"""
                Documents could have this element at this place, or begin with it, and the new schema has no place for it. Documents that do not
                have it stay valid; whether there are any, the schema does not say.
                """#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                      <xs:element name="note" type="xs:string" minOccurs="0"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep the element, with `minOccurs="0"` if it is not to be asked for. It can be taken out when no document has it any more."#),
        DiagnosticPage(
            code: #"xsd/enumeration-value-removed"#,
            title: #"A value is no longer taken"#,
            meaning: #"The old type names this value, or had no enumeration at all, and the new type does not take it."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="status" type="Status"/>
                    </xs:sequence>
                  </xs:complexType>

                  <xs:simpleType name="Status">
                    <xs:restriction base="xs:token">
                      <xs:enumeration value="new"/>
                      <xs:enumeration value="paid"/>
                      <xs:enumeration value="shipped"/>
                    </xs:restriction>
                  </xs:simpleType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="status" type="Status"/>
                    </xs:sequence>
                  </xs:complexType>

                  <xs:simpleType name="Status">
                    <xs:restriction base="xs:token">
                      <xs:enumeration value="new"/>
                      <xs:enumeration value="shipped"/>
                    </xs:restriction>
                  </xs:simpleType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep the value. It can be taken out when no document has it any more."#),
        DiagnosticPage(
            code: #"xsd/facet-narrowed"#,
            title: #"Bounds on a value are narrower"#,
            meaning: #"The length, the digits, or the least or greatest value of a type take less than they did, or stand where there were none."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="sku" type="Sku"/>
                    </xs:sequence>
                  </xs:complexType>

                  <xs:simpleType name="Sku">
                    <xs:restriction base="xs:token">
                      <xs:maxLength value="20"/>
                    </xs:restriction>
                  </xs:simpleType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="sku" type="Sku"/>
                    </xs:sequence>
                  </xs:complexType>

                  <xs:simpleType name="Sku">
                    <xs:restriction base="xs:token">
                      <xs:maxLength value="12"/>
                    </xs:restriction>
                  </xs:simpleType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep the bounds, or widen them."#),
        DiagnosticPage(
            code: #"xsd/fixed-value-changed"#,
            title: #"The only value that may be given is another one"#,
            meaning: #"A fixed value was added or changed, so that documents with another value are refused."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                    <xs:attribute name="version" type="xs:string" fixed="1"/>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                    <xs:attribute name="version" type="xs:string" fixed="2"/>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep the fixed value, or leave the value open."#),
        DiagnosticPage(
            code: #"xsd/identity-constraint-added"#,
            title: #"Values have to be unique, or have to be there, that did not"#,
            meaning: #"A `key`, `unique` or `keyref` was added or looks at other places than before. Old documents were not held to it."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="item" type="xs:string" maxOccurs="unbounded"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order">
                    <xs:unique name="itemOnce">
                      <xs:selector xpath="item"/>
                      <xs:field xpath="."/>
                    </xs:unique>
                  </xs:element>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="item" type="xs:string" maxOccurs="unbounded"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Leave it out, and check it where documents are made."#),
        DiagnosticPage(
            code: #"xsd/invalid-derivation"#,
            title: #"A type cannot be derived so"#,
            meaning: #"""
                An extension or restriction does not fit its base type: simple content from elements, more where there should be less, or a base
                that is `final`.
                """#,
            example: #"""
                ```xml
                <xs:complexType name="Order">
                  <xs:simpleContent>
                    <xs:extension base="Address"/>
                  </xs:simpleContent>
                </xs:complexType>
                ```
                """#,
            remedy: #"Derive from a type whose content is of the same kind."#),
        DiagnosticPage(
            code: #"xsd/invalid-document"#,
            title: #"A document does not meet its schema"#,
            meaning: #"""
                The message names the element or attribute and what was expected there. Hints at schemas in the document (`xsi:schemaLocation`) are
                not followed: the contract says what the schema is.
                """#,
            example: #"""
                ```xml
                <order><total>ten</total></order>
                ```
                """#,
            remedy: #"Mend the program that writes the document, or the contract."#),
        DiagnosticPage(
            code: #"xsd/invalid-facet"#,
            title: #"A facet cannot stand there"#,
            meaning: #"The facet does not belong to the type, its value is none of the type, or it is wider than that of the base type."#,
            example: #"""
                ```xml
                <xs:simpleType name="Sku">
                  <xs:restriction base="xs:string">
                    <xs:minLength value="9"/>
                    <xs:maxLength value="3"/>
                  </xs:restriction>
                </xs:simpleType>
                ```
                """#,
            remedy: #"Bring the facets into line with the base type."#),
        DiagnosticPage(
            code: #"xsd/invalid-schema"#,
            title: #"The schema breaks a rule of XML Schema"#,
            meaning: #"libxml2, which judges schemas, refuses it; the message tells which part and why."#,
            example: #"""
                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
                  <xs:element type="xs:string"/>
                </xs:schema>
                ```
                """#,
            remedy: #"Follow the message. The rules are in XML Schema Part 1: Structures, Second Edition."#),
        DiagnosticPage(
            code: #"xsd/mixed-removed"#,
            title: #"Text can no longer stand between elements"#,
            meaning: #"The old type was mixed: text could stand before, between and behind its elements."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order" mixed="true">
                    <xs:sequence>
                      <xs:element name="b" type="xs:string" minOccurs="0"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="b" type="xs:string" minOccurs="0"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep `mixed="true"`."#),
        DiagnosticPage(
            code: #"xsd/nillable-removed"#,
            title: #"An element can no longer be nil"#,
            meaning: #"Documents could say `xsi:nil="true"` at this element, which is refused now."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                      <xs:element name="shipped" type="xs:date" nillable="true"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                      <xs:element name="shipped" type="xs:date"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep `nillable="true"`."#),
        DiagnosticPage(
            code: #"xsd/not-a-schema"#,
            title: #"The text is XML and no schema"#,
            meaning: #"The root is not `schema` in the namespace http://www.w3.org/2001/XMLSchema."#,
            example: #"""
                ```xml
                <schema>
                  <element name="order"/>
                </schema>
                ```
                """#,
            remedy: #"Give the root that name and namespace: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`."#),
        DiagnosticPage(
            code: #"xsd/occurrence-narrowed"#,
            title: #"An element may come less often, or has to come more often"#,
            meaning: #"The new schema takes fewer elements of this name than the old one, or asks for more. Documents at the old bound are refused."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                      <xs:element name="item" type="xs:string" maxOccurs="unbounded"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                      <xs:element name="item" type="xs:string" maxOccurs="100"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep `minOccurs` at or below, and `maxOccurs` at or above, what they were."#),
        DiagnosticPage(
            code: #"xsd/pattern-changed"#,
            title: #"Values have to match another pattern"#,
            meaning: #"""
                A pattern was added or replaced. Whether one pattern takes all that another one takes is not looked into, so a changed pattern
                counts as breaking. Taking a pattern away, or adding an alternative to it, is not.
                """#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="sku" type="Sku"/>
                    </xs:sequence>
                  </xs:complexType>

                  <xs:simpleType name="Sku">
                    <xs:restriction base="xs:token">
                      <xs:pattern value="[A-Z]{2}[0-9]+"/>
                    </xs:restriction>
                  </xs:simpleType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="sku" type="Sku"/>
                    </xs:sequence>
                  </xs:complexType>

                  <xs:simpleType name="Sku">
                    <xs:restriction base="xs:token">
                      <xs:pattern value="[A-Z]{2}[0-9]{4}"/>
                    </xs:restriction>
                  </xs:simpleType>
                </xs:schema>
                ```
                """#,
            remedy: #"Add the new form as a further `pattern` beside the old one: of those in one restriction, a value has to match one."#),
        DiagnosticPage(
            code: #"xsd/reference-not-found"#,
            title: #"A schema that is referred to is not there"#,
            meaning: #"""
                `include`, `import` and `redefine` are looked up among the contract's references: as the location is written, as seen from the
                folder of the text that has it, and for an import by its namespace. Nothing is fetched. An import without its schema is a warning,
                because the specification lets the location be a mere hint.
                """#,
            example: #"""
                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
                  <xs:include schemaLocation="common/types.xsd"/>
                </xs:schema>
                ```
                """#,
            remedy: #"Add the text to the contract's references under that name."#),
        DiagnosticPage(
            code: #"xsd/required-attribute-added"#,
            title: #"An attribute has to be given that was not known"#,
            meaning: #"The old schema has no such attribute, so that no old document has it."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                    <xs:attribute name="channel" type="xs:string" use="required"/>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Make it optional; a `default` says what is meant where it is not given."#),
        DiagnosticPage(
            code: #"xsd/required-element-added"#,
            title: #"An element has to be there that was not known"#,
            meaning: #"The new schema asks for an element that the old one has no place for, so that no old document has it."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                      <xs:element name="currency" type="xs:string"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Give it `minOccurs="0"`, and ask for it when all writers send it."#),
        DiagnosticPage(
            code: #"xsd/syntax"#,
            title: #"The schema is no XML"#,
            meaning: #"""
                The text is not well-formed XML, or is larger than what is read safely: elements nest at most 256 deep, entities grow within
                bounds, and nothing outside of the text is read.
                """#,
            example: #"""
                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
                  <xs:element name="order" type="xs:string">
                </xs:schema>
                ```
                """#,
            remedy: #"Close what is open, and give entities such as `&amp;` in full."#),
        DiagnosticPage(
            code: #"xsd/too-large"#,
            title: #"The schema is too large"#,
            meaning: #"""
                Before a schema is compiled it is held to bounds: 8 MiB and 1,000 texts with all references, 50,000 parts in a definition with all
                groups put in, 600 levels, 150 definitions in a chain, 5,000 bytes in a pattern. A few lines of groups within groups can mean
                billions of particles.
                """#,
            example: #"""
                ```xml
                <xs:group name="g9">
                  <xs:sequence>
                    <xs:group ref="g8"/>
                    <xs:group ref="g8"/>
                  </xs:sequence>
                </xs:group>
                ```
                """#,
            remedy: #"Divide the schema into contracts of their own."#),
        DiagnosticPage(
            code: #"xsd/too-many-errors"#,
            title: #"There are more mistakes in the schema than are shown"#,
            meaning: #"Of one schema, a hundred mistakes are shown. So many have one cause, most likely."#,
            example: #"""
                ```text
                101 elements of a type that is not declared
                ```
                """#,
            remedy: #"Mend what is shown and look again."#),
        DiagnosticPage(
            code: #"xsd/type-changed"#,
            title: #"A type does not take all values of the type that it replaces"#,
            meaning: #"""
                Types are compared by what they take and not by their names: from `xs:int` to `xs:long` nothing breaks, from `xs:decimal` to
                `xs:integer` all numbers with a point are refused. The same is told where a value became elements, or elements a value.
                """#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                      <xs:element name="total" type="xs:decimal"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                      <xs:element name="total" type="xs:integer"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Choose a type that takes what the old one took, or give the new type to a new element."#),
        DiagnosticPage(
            code: #"xsd/type-now-abstract"#,
            title: #"A type is abstract now"#,
            meaning: #"An element of an abstract type has to name another one in `xsi:type`, which old documents do not."#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order" abstract="true">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Leave the type concrete."#),
        DiagnosticPage(
            code: #"xsd/type-removed"#,
            title: #"A type of the top level is gone"#,
            meaning: #"""
                Documents do not need the type. Schemas that import or include this one may use it; they are not known here. This does not break
                the contract.
                """#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="xs:string"/>

                  <xs:complexType name="Address">
                    <xs:sequence>
                      <xs:element name="city" type="xs:string"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="xs:string"/>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep the type as long as others may use it."#),
        DiagnosticPage(
            code: #"xsd/type-renamed"#,
            title: #"A type has another name"#,
            meaning: #"""
                Types are compared by what they take, so that documents stay valid, but for those that name the type in `xsi:type`. This does not
                break the contract.
                """#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="PurchaseOrder"/>

                  <xs:complexType name="PurchaseOrder">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """#,
            remedy: #"Keep the name where documents give it."#),
        DiagnosticPage(
            code: #"xsd/unknown-change"#,
            title: #"It is unknown whether the change breaks"#,
            meaning: #"""
                Not everything can be decided: how durations are ordered, models with thousands of parts in other shapes, keys over types that
                have changed. What is not known is treated as breaking.
                """#,
            example: #"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="due" type="Due"/>
                    </xs:sequence>
                  </xs:complexType>

                  <xs:simpleType name="Due">
                    <xs:restriction base="xs:duration">
                      <xs:maxInclusive value="P1M"/>
                    </xs:restriction>
                  </xs:simpleType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="due" type="Due"/>
                    </xs:sequence>
                  </xs:complexType>

                  <xs:simpleType name="Due">
                    <xs:restriction base="xs:duration">
                      <xs:maxInclusive value="P30D"/>
                    </xs:restriction>
                  </xs:simpleType>
                </xs:schema>
                ```
                """#,
            remedy: #"Make the change in smaller steps, or see for yourself and take the change as it is."#),
        DiagnosticPage(
            code: #"xsd/unknown-component"#,
            title: #"A name leads nowhere"#,
            meaning: #"""
                There is no type, element, attribute or group of this name in the namespace that its prefix means. A name without a prefix is in
                the default namespace, not in the target namespace.
                """#,
            example: #"""
                ```xml
                <xs:element name="order" type="Ordre"/>
                <xs:complexType name="Order"/>
                ```
                """#,
            remedy: #"Mend the name or its prefix, or import the schema that declares it."#),
        DiagnosticPage(
            code: #"xsd/validation-given-up"#,
            title: #"It could not be decided whether a document is valid"#,
            meaning: #"The validator gave up, most likely over a pattern that takes too many steps for the value."#,
            example: #"""
                ```xml
                <xs:pattern value="((a*)*b)*c"/>
                ```
                """#,
            remedy: #"Write the pattern so that each text matches in one way only."#),
        DiagnosticPage(
            code: #"xsd/wildcard-name-declared"#,
            title: #"A name that a wildcard took has a meaning now"#,
            meaning: #"Where anything could stand, documents may have used this very name in any way. Now that it is declared, its content is checked."#,
            example: ###"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                    <xs:anyAttribute namespace="##local" processContents="lax"/>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                    </xs:sequence>
                    <xs:attribute name="weight" type="xs:decimal"/>
                    <xs:anyAttribute namespace="##local" processContents="lax"/>
                  </xs:complexType>
                </xs:schema>
                ```
                """###,
            remedy: #"Declare the name in a namespace that the wildcard does not take, or as a type that takes everything."#),
        DiagnosticPage(
            code: #"xsd/wildcard-narrowed"#,
            title: #"A wildcard takes less than it did"#,
            meaning: #"What stood for `any` or `anyAttribute` may be of fewer namespaces now, or is looked at more closely (`processContents`)."#,
            example: ###"""
                Before:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                      <xs:any namespace="##other" processContents="lax" minOccurs="0"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```

                After:

                ```xml
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" xmlns="urn:shop" elementFormDefault="qualified">
                  <xs:element name="order" type="Order"/>

                  <xs:complexType name="Order">
                    <xs:sequence>
                      <xs:element name="id" type="xs:string"/>
                      <xs:any namespace="urn:partner" processContents="lax" minOccurs="0"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:schema>
                ```
                """###,
            remedy: #"Keep the namespaces, and `processContents` at `skip` or `lax` where it was."#),
    ]
}
