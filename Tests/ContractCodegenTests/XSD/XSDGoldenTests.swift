import ContractCodegen
import Diagnostics
import Foundation
import HeddleRuntime
import TestSupport
import Testing

/// `Generated/Purchase.swift` is what the generator makes of `purchase`, and is compiled into these tests.
@Suite struct XSDGoldenTests {
    static let file: SourceFile = SourceFile(path: "purchase.xsd", text: purchase)
    private static let golden = packageRoot.appending(path: "Tests/ContractCodegenTests/XSD/Generated/Purchase.swift")

    @Test func `the golden file is what the generator makes`() throws {
        var options = CodegenOptions()
        options.constraints = true
        let (files, diagnostics) = generateSwift([ContractInput(format: .xsd, file: Self.file, outputName: "Purchase", options: options)])
        #expect(diagnostics.filter { $0.severity == .error }.isEmpty)
        let text = try #require(files.first?.text)
        if ProcessInfo.processInfo.environment["HEDDLE_UPDATE_GOLDENS"] == "1" { try text.write(to: Self.golden, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: Self.golden, encoding: .utf8) == text, "HEDDLE_UPDATE_GOLDENS=1 writes it anew")
    }
}

/// Something of all that XML Schema has.
let purchase = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:shop" targetNamespace="urn:shop" elementFormDefault="qualified">
      <xs:element name="purchase">
        <xs:annotation><xs:documentation>What a customer has bought.</xs:documentation></xs:annotation>
        <xs:complexType>
          <xs:sequence>
            <xs:element name="when" type="xs:dateTime"/>
            <xs:element name="item" type="Item" maxOccurs="unbounded"/>
            <xs:choice>
              <xs:element name="card" type="xs:token"/>
              <xs:sequence><xs:element name="bank" type="xs:string"/><xs:element name="account" type="xs:string"/></xs:sequence>
            </xs:choice>
            <xs:element name="note" type="xs:string" nillable="true"/>
            <xs:element ref="discount" minOccurs="0"/>
            <xs:element name="party" type="Party"/>
            <xs:element name="remark" minOccurs="0">
              <xs:complexType mixed="true"><xs:sequence><xs:element name="b" type="xs:string" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
            </xs:element>
            <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
          </xs:sequence>
          <xs:attribute name="id" type="xs:unsignedLong" use="required"/>
          <xs:attribute name="currency" type="Currency" default="EUR"/>
          <xs:attribute name="version" type="xs:decimal" fixed="1.0"/>
          <xs:anyAttribute namespace="##other" processContents="lax"/>
        </xs:complexType>
      </xs:element>
      <xs:complexType name="Item">
        <xs:sequence>
          <xs:element name="sku" type="Sku"/>
          <xs:element name="quantity" default="1"><xs:simpleType><xs:restriction base="xs:int"><xs:minInclusive value="1"/><xs:maxInclusive value="99"/></xs:restriction></xs:simpleType></xs:element>
          <xs:element name="price" type="xs:decimal"/>
          <xs:element name="sizes" minOccurs="0"><xs:simpleType><xs:list itemType="xs:short"/></xs:simpleType></xs:element>
          <xs:element name="part" type="Item" minOccurs="0"/>
        </xs:sequence>
      </xs:complexType>
      <xs:simpleType name="Sku"><xs:restriction base="xs:token"><xs:pattern value="[A-Z]{3}-\\d+"/><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="Currency"><xs:restriction base="xs:token"><xs:enumeration value="EUR"/><xs:enumeration value="USD"/></xs:restriction></xs:simpleType>
      <xs:element name="discount" type="xs:double" abstract="true"/>
      <xs:element name="percent" type="xs:double" substitutionGroup="discount"/>
      <xs:element name="amount" type="xs:double" substitutionGroup="discount"/>
      <xs:complexType name="Party" abstract="true"><xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
      <xs:complexType name="Person"><xs:complexContent><xs:extension base="Party"><xs:sequence><xs:element name="born" type="xs:date" minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      <xs:complexType name="Company"><xs:complexContent><xs:extension base="Party"><xs:attribute name="vat" type="xs:string"/></xs:extension></xs:complexContent></xs:complexType>
    </xs:schema>
    """
