import ContractModel
import Foundation
import TestSupport
import Testing

struct ProtobufPagesTests {
    @Test(arguments: ProtobufCode.allCases)
    func `each code has a page whose example gives it`(_ code: ProtobufCode) throws {
        let file = packageRoot.appending(path: "Specs/diagnostics/\(code.rawValue).md")
        let page = try String(contentsOf: file, encoding: .utf8)
        guard let fence = page.firstMatch(of: /```proto\n([\s\S]*?)```/) else {
            #expect(page.contains("```text"), "an example is fenced as proto, or as text where it cannot be")
            return
        }
        let found = Set(loadProtobufText(String(fence.1)).diagnostics.map(\.code))
        #expect(found == [code.rawValue])
    }
}
