import ContractCompatibility
import ContractModel
import Foundation
import TestSupport
import Testing

struct ProtobufRulePagesTests {
    @Test func `every page is of a code or of a rule, and every rule has one`() throws {
        let folder = packageRoot.appending(path: "Specs/diagnostics/protobuf")
        let pages = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.map { $0.dropLast(3) })
        let names = ProtobufCode.allCases.map(\.rawValue) + ProtobufRule.allCases.map(\.rawValue)
        #expect(pages == Set(names.map { $0.split(separator: "/").last ?? "" }))
    }
}
