import Diagnostics
import XSDModel

/// A schema of the target namespace `urn:shop`, unless told otherwise, around its components.
func schemaText(_ body: String, attributes: String = "targetNamespace='urn:shop' xmlns='urn:shop' elementFormDefault='qualified'") -> String {
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' \(attributes)>\n\(body)\n</xs:schema>"
}

func load(_ text: String, _ references: [String: String] = [:]) -> (schema: XSDSchema?, diagnostics: [Diagnostic]) {
    loadXSD(
        file: SourceFile(path: "order.xsd", text: text),
        references: Dictionary(uniqueKeysWithValues: references.map { ($0.key, SourceFile(path: $0.key, text: $0.value)) }))
}

/// A schema with a bit of everything.
let orderSchema = schemaText(
    """
    <xs:element name="order" type="Order" nillable="true">
      <xs:key name="itemKey"><xs:selector xpath="./item"/><xs:field xpath="@sku"/></xs:key>
    </xs:element>
    <xs:element name="payment" abstract="true"/>
    <xs:element name="card" type="xs:string" substitutionGroup="payment"/>
    <xs:element name="voucher" substitutionGroup="payment" type="xs:int"/>
    <xs:complexType name="Order">
      <xs:sequence>
        <xs:group ref="head"/>
        <xs:element name="item" type="Item" maxOccurs="unbounded"/>
        <xs:element ref="payment" minOccurs="0" maxOccurs="2"/>
        <xs:any namespace="##other" processContents="lax" minOccurs="0"/>
      </xs:sequence>
      <xs:attributeGroup ref="stamps"/>
    </xs:complexType>
    <xs:group name="head">
      <xs:choice><xs:element name="id" type="xs:int"/><xs:element name="uuid" type="xs:string"/></xs:choice>
    </xs:group>
    <xs:attributeGroup name="stamps">
      <xs:attribute name="at" type="xs:dateTime" use="required"/>
      <xs:attribute name="channel" type="xs:token" default="web"/>
    </xs:attributeGroup>
    <xs:complexType name="Item">
      <xs:simpleContent><xs:extension base="Quantity"><xs:attribute name="sku" type="Sku"/></xs:extension></xs:simpleContent>
    </xs:complexType>
    <xs:complexType name="GiftOrder">
      <xs:complexContent><xs:extension base="Order">
        <xs:sequence><xs:element name="greeting" type="xs:string"/></xs:sequence>
      </xs:extension></xs:complexContent>
    </xs:complexType>
    <xs:simpleType name="Quantity">
      <xs:restriction base="xs:int"><xs:minInclusive value="1"/><xs:maxExclusive value="100"/></xs:restriction>
    </xs:simpleType>
    <xs:simpleType name="Sku">
      <xs:restriction base="xs:token"><xs:pattern value="[A-Z]{2}\\d+"/><xs:maxLength value="12"/></xs:restriction>
    </xs:simpleType>
    """)
