import Foundation
import Testing
@testable import WireGeneration

@Suite struct DescriptionTests {
    @Test(arguments: [
        ("3", VersionRange(3, 3)), ("2-7", VersionRange(2, 7)), ("5+", VersionRange(5, .max)), ("0+", VersionRange(0, .max)),
    ] as [(String, VersionRange)])
    func `a version range is one version, two ends, or open`(text: String, range: VersionRange) {
        #expect(VersionRange(text) == range)
    }

    @Test(arguments: ["", "+", "-", "-1", "1-", "-1-2", "3-2", "1-2-3", "a", "1 - 2", "40000"])
    func `other texts are not version ranges`(text: String) {
        #expect(VersionRange(text) == nil)
    }

    @Test func `conditions say only what the outer range leaves open`() {
        let outer = VersionRange(2, 9)
        #expect(VersionRange(0, .max).condition(within: outer) == nil)
        #expect(VersionRange(2, 9).condition(within: outer) == nil)
        #expect(VersionRange(4, .max).condition(within: outer) == "version >= 4")
        #expect(VersionRange(0, 5).condition(within: outer) == "version <= 5")
        #expect(VersionRange(4, 5).condition(within: outer) == "version >= 4 && version <= 5")
        #expect(VersionRange(4, 4).condition(within: outer) == "version == 4")
    }

    @Test func `fields are read with their defaults filled in`() throws {
        let api = try parseAPIDescription(
            description(
                requestFields: """
                    {"name": "who", "type": "string", "versions": "1+", "nullable": "2+", "default": null, "about": "Who."},
                    {"name": "items", "type": "[Item]", "ignorable": true, "about": "What.", "fields": [
                      {"name": "id", "type": "uuid", "versions": "3+", "tag": 0, "about": "Which."}]}
                    """), file: "Ping.json")
        #expect(api.versions == VersionRange(0, 3))
        #expect(api.advertised == VersionRange(0, 3))
        #expect(api.firstFlexible == 2)
        let item = StructureDescription(
            name: "Item",
            fields: [
                FieldDescription(
                    name: "id", about: "Which.", type: .uuid, versions: VersionRange(3, 3), nullable: nil, tag: 0,
                    defaultValue: nil, isIgnorable: false)
            ])
        #expect(
            api.request.fields == [
                FieldDescription(
                    name: "who", about: "Who.", type: .string, versions: VersionRange(1, 3),
                    nullable: VersionRange(2, 3), tag: nil, defaultValue: .null, isIgnorable: false),
                FieldDescription(
                    name: "items", about: "What.", type: .array(.structure(item)), versions: VersionRange(0, 3),
                    nullable: nil, tag: nil, defaultValue: nil, isIgnorable: true),
            ])
    }

    @Test(arguments: [
        (#"{"name": "a", "type": "int32"}"#, "about is missing"),
        (#"{"name": "a", "type": "int33", "about": "A."}"#, "int33 is not a type"),
        (#"{"name": "a", "type": "Item", "about": "A."}"#, "fields is missing"),
        (#"{"name": "a", "type": "int32", "versions": "4+", "about": "A."}"#, "none of its versions is described"),
        (#"{"name": "a", "type": "int32", "versions": "x", "about": "A."}"#, "versions “x” is not a version range"),
        (#"{"name": "a", "type": "int32", "versions": 3, "about": "A."}"#, "versions is not a string"),
        (#"{"name": "a", "type": "string", "versions": "0-1", "nullable": "2+", "about": "A."}"#, "nullable meets none of its versions"),
        (#"{"name": "a", "type": "int32", "tag": 0, "about": "A."}"#, "a tagged field needs flexible versions"),
        (#"{"name": "a", "type": "int32", "default": "0", "about": "A."}"#, "default does not suit the type"),
        (#"{"name": "a", "type": "string", "default": null, "about": "A."}"#, "default is null, but the field never is"),
        (#"{"name": "a", "type": "int32", "ignoreable": true, "about": "A."}"#, "ignoreable is not a member that a description has"),
        (#"{"name": "a", "type": "int32", "fields": [], "about": "A."}"#, "fields is not a member that a description has"),
    ])
    func `a wrong field is refused with its place`(field: String, reason: String) {
        #expect(throws: DescriptionError(place: "Ping.json: request.a", reason: reason)) {
            try parseAPIDescription(description(requestFields: field), file: "Ping.json")
        }
    }

    @Test func `names and tags are given once`() {
        let field = #"{"name": "a", "type": "int32", "about": "A."}"#
        #expect(throws: DescriptionError(place: "Ping.json: request", reason: "a is described twice")) {
            try parseAPIDescription(description(requestFields: "\(field), \(field)"), file: "Ping.json")
        }
        let tagged = #"{"name": "b", "type": "int32", "versions": "2+", "tag": 1, "about": "B."}"#
        let other = tagged.replacing(#""b""#, with: #""c""#)
        #expect(throws: DescriptionError(place: "Ping.json: request", reason: "tag of c is taken")) {
            try parseAPIDescription(description(requestFields: "\(tagged), \(other)"), file: "Ping.json")
        }
    }

    @Test func `what is not JSON is refused`() {
        #expect(throws: DescriptionError.self) { try parseAPIDescription(Data("{".utf8), file: "Ping.json") }
        #expect(throws: DescriptionError(place: "Ping.json", reason: "an object is expected")) {
            try parseAPIDescription(Data("[]".utf8), file: "Ping.json")
        }
    }

    @Test func `error codes have no gaps`() {
        let text = #"{"errors": [{"code": 0, "name": "A", "message": "a"}, {"code": 2, "name": "B", "message": "b"}]}"#
        #expect(throws: DescriptionError.self) { try parseErrorDescriptions(Data(text.utf8), file: "errors.json") }
    }
}
