import Diagnostics
import Foundation
import LocatedYAML
import TestSupport
import Testing

/// The YAML test suite: YAML 1.2 as its authors agree on it. What libyaml, which reads YAML 1.1, sees otherwise is listed
/// in known-failures/yaml.txt.
struct YAMLTestSuiteTests {
    private static let cases = try? YAMLCase.load()

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { cases != nil })
    func `the suite passes but for the failures known and explained`() throws {
        let cases = try #require(Self.cases)
        let known = try knownFailures("yaml")
        var failing: [String: String] = [:]
        var checks = 0
        for (index, suiteCase) in cases.enumerated() {
            // Several cases share an id: they are numbered.
            let number = cases[..<index].count { $0.id == suiteCase.id }
            let id = number == 0 ? suiteCase.id : "\(suiteCase.id)-\(number)"
            for (view, problem) in check(suiteCase, count: &checks) { failing["\(id)/\(view)"] = problem }
        }
        #expect(cases.count == 402 && checks > 650)
        for (id, problem) in failing.sorted(by: { $0.key < $1.key }) where known[id] == nil {
            Issue.record("\(id): \(problem)")
        }
        for id in known.keys.sorted() where failing[id] == nil {
            Issue.record("\(id) passes: take it out of known-failures/yaml.txt")
        }
    }

    /// What is wrong, by view: `events`, as libyaml tells them; `refusal`, that what is no YAML is refused; `tree`, our tree
    /// against the JSON of the same documents.
    private func check(_ suiteCase: YAMLCase, count: inout Int) -> [String: String] {
        var problems: [String: String] = [:]
        let (events, isWhole) = eventNotation(of: suiteCase.text)
        let read = parseYAML(SourceFile(path: suiteCase.id, text: suiteCase.text))
        if suiteCase.mustFail {
            count += 1
            if read.diagnostics.isEmpty { problems["refusal"] = "read without an error" }
            return problems
        }
        count += 1
        if !isWhole {
            problems["events"] = "refused"
        } else if events != suiteCase.events {
            problems["events"] = "expected \(suiteCase.events.debugDescription), got \(events.debugDescription)"
        }
        guard let json = suiteCase.json else { return problems }
        count += 1
        do {
            let expected = try JSONTree.documents(in: json)
            let actual = read.documents.map { JSONTree($0.root) }
            if !read.diagnostics.isEmpty {
                problems["tree"] = "refused: \(read.diagnostics.map(\.message))"
            } else if actual != expected {
                problems["tree"] = "expected \(expected), got \(actual)"
            }
        } catch {
            problems["tree"] = "the suite's JSON cannot be read: \(error)"
        }
        return problems
    }
}

extension JSONTree {
    /// What a tree says, without where and how.
    fileprivate init(_ node: YAMLNode) {
        switch node.content {
        case .sequence(let nodes): self = .array(nodes.map(JSONTree.init))
        case .mapping(let entries):
            let members = entries.map { ($0.key.scalar?.text ?? "", JSONTree($0.value)) }
            self = .object(Dictionary(members) { first, _ in first })
        case .scalar:
            self =
                switch node.resolved {
                case .null: .null
                case .boolean(let value): .boolean(value)
                case .integer(let value): .number(Double(value))
                case .float(let value): .number(value)
                case .string(let text): .string(text)
                }
        }
    }
}
