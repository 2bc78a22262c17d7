import ContractCodegen
import ContractGeneration
import ContractModel
import Diagnostics
import Foundation
import LocatedJSON
import Testing

@Suite struct `References are found` {
    private func references(_ files: [String: String], of path: String) throws -> [String: String] {
        try withFolder(files) { root in
            var folder = ContractFolder(root.path)
            let (inputs, diagnostics) = gatherContracts(loadConfiguration(in: &folder).configuration, in: &folder)
            #expect(diagnostics.isEmpty)
            let input = try #require(inputs.first { $0.file.path == path })
            return input.references.mapValues(\.path)
        }
    }

    @Test func `in Avro by the names of types, those alone that are needed`() throws {
        let files = [
            "order.avsc": record("Order", fields: "{\"name\": \"a\", \"type\": [\"null\", {\"type\": \"array\", \"items\": \"Address\"}]}"),
            "address.avsc": record("Address", fields: "{\"name\": \"c\", \"type\": \"geo.Country\"}"),
            "country.avsc": "{\"type\": \"enum\", \"name\": \"geo.Country\", \"symbols\": [\"NL\"]}",
            "other.avsc": record("Other"),
        ]
        #expect(try references(files, of: "order.avsc") == ["address.avsc": "address.avsc", "country.avsc": "country.avsc"])
        #expect(try references(files, of: "other.avsc").isEmpty)
    }

    @Test func `and their schemas can then be read`() throws {
        let files = [
            "order.avsc": record("Order", fields: "{\"name\": \"a\", \"type\": \"Address\"}"),
            "zz/address.avsc": record("Address", fields: "{\"name\": \"c\", \"type\": \"geo.Country\"}"),
            "zz/country.avsc": "{\"type\": \"enum\", \"name\": \"geo.Country\", \"symbols\": [\"NL\"]}",
            "heddle-codegen.yaml": "contracts: [order.avsc]\nreferences: zz/*.avsc",
        ]
        try withFolder(files) { root in
            var folder = ContractFolder(root.path)
            let (inputs, _) = gatherContracts(loadConfiguration(in: &folder).configuration, in: &folder)
            let input = try #require(inputs.first)
            #expect(inputs.count == 1)
            let (schema, diagnostics) = parseAvroSchema(input.file, references: Array(input.references.values))
            #expect(diagnostics.isEmpty)
            #expect(schema != nil)
        }
    }

    @Test func `in Protobuf by import paths, from the folder, the file's own, or protoPath`() throws {
        var files = [
            "shop/v1/order.proto": "syntax = \"proto3\"; import \"shop/v1/line.proto\"; import \"money.proto\"; import \"google/protobuf/any.proto\";",
            "shop/v1/line.proto": "syntax = \"proto3\"; import \"deep/unit.proto\";", "shop/v1/money.proto": "syntax = \"proto3\";",
            "deep/unit.proto": "syntax = \"proto3\";",
        ]
        #expect(
            try references(files, of: "shop/v1/order.proto")
                == ["shop/v1/line.proto": "shop/v1/line.proto", "money.proto": "shop/v1/money.proto", "deep/unit.proto": "deep/unit.proto"])
        files = [
            "heddle-codegen.yaml": "contracts: [api/shop/order.proto]\nprotoPath: [api, ../vendor]",
            "api/shop/order.proto": "syntax = \"proto3\"; import \"shop/line.proto\"; import \"common/money.proto\"; message Order { shop.Line line = 1; common.Money total = 2; }",
            "api/shop/line.proto": "syntax = \"proto3\"; package shop; message Line {}",
            "../vendor/common/money.proto": "syntax = \"proto3\"; package common; message Money {}",
        ]
        try withFolder(files) { root in
            var folder = ContractFolder(root.path)
            let (inputs, diagnostics) = gatherContracts(loadConfiguration(in: &folder).configuration, in: &folder)
            #expect(diagnostics.isEmpty)
            let input = try #require(inputs.first)
            #expect(input.importPath == "shop/order.proto")
            #expect(input.references.mapValues(\.path) == ["shop/line.proto": "api/shop/line.proto", "common/money.proto": "../vendor/common/money.proto"])
            let loaded = loadProtobuf([input.importPath]) { $0 == input.importPath ? input.file : input.references[$0] }
            #expect(loaded.diagnostics.isEmpty)
        }
    }

    @Test func `in JSON Schema by relative path and by identifier, through documents`() throws {
        let files = [
            "orders/order.schema.json": """
                {"properties": {"to": {"$ref": "../common/address.schema.json#/definitions/a"}, "by": {"$ref": "https://example.com/person"}, "self": {"$ref": "#/x"}}}
                """,
            "common/address.schema.json": "{\"definitions\": {\"a\": {\"$ref\": \"country.schema.json\"}}}", "common/country.schema.json": "{\"enum\": [\"NL\"]}",
            "people/person.schema.json": "{\"$id\": \"https://example.com/person\", \"$ref\": \"name\"}",
            "people/name.schema.json": "{\"$id\": \"https://example.com/name\"}", "people/unused.schema.json": "{}",
        ]
        let found = try references(files, of: "orders/order.schema.json")
        #expect(Set(found.values) == ["common/address.schema.json", "common/country.schema.json", "people/person.schema.json", "people/name.schema.json"])
        #expect(found["https://example.com/name"] == "people/name.schema.json")
        #expect(found["../common/address.schema.json"] == "common/address.schema.json")
    }

    @Test func `and their schemas compile`() throws {
        let files = [
            "orders/order.schema.json": "{\"properties\": {\"to\": {\"$ref\": \"../common/address.schema.json#/definitions/a\"}}}",
            "common/address.schema.json": "{\"definitions\": {\"a\": {\"$ref\": \"deep/country.schema.json\"}}}", "common/deep/country.schema.json": "{\"enum\": [\"NL\"]}",
        ]
        try withFolder(files) { root in
            var folder = ContractFolder(root.path)
            let (inputs, _) = gatherContracts(CodegenConfiguration(), in: &folder)
            let input = try #require(inputs.last)
            #expect(input.file.path == "orders/order.schema.json")
            let nodes = input.references.compactMapValues { parseJSON($0).root }
            #expect(compileJSONSchema(input.file, references: nodes).diagnostics.isEmpty)
        }
    }

    @Test func `in XML Schema by location, and by namespace where there is none`() throws {
        func schema(_ namespace: String, _ content: String) -> String {
            "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"\(namespace)\">\(content)</xs:schema>"
        }
        let files = [
            "orders/order.xsd": schema("urn:o", "<xs:include schemaLocation=\"parts/line.xsd\"/><xs:import namespace=\"urn:m\"/>"),
            "orders/parts/line.xsd": schema("urn:o", "<xs:include schemaLocation=\"../unit.xsd\"/>"), "orders/unit.xsd": schema("urn:o", ""),
            "money.xsd": schema("urn:m", ""), "unused.xsd": schema("urn:u", ""),
        ]
        #expect(
            try references(files, of: "orders/order.xsd")
                == ["parts/line.xsd": "orders/parts/line.xsd", "unit.xsd": "orders/unit.xsd", "urn:m": "money.xsd"])
    }
}
