import Foundation

/// The shell steps of the pipelines in a guide: what stands behind `run:` and `script:` in its YAML blocks.
struct PipelineGuide {
    struct Step {
        /// Of the job, as the YAML names it.
        var job: String
        var script: String
    }

    /// Block after block, in the order of the guide.
    var pipelines: [[Step]] = []
    /// What stands in `sh` blocks.
    var scripts: [String] = []

    init(_ text: String) {
        let parts = text.components(separatedBy: "\n```")
        // Every other part is code, opened by its language.
        for part in parts.enumerated() where part.offset % 2 == 1 {
            let lines = part.element.components(separatedBy: "\n")
            let body = Array(lines.dropFirst())
            if lines[0] == "sh" { scripts.append(body.joined(separator: "\n")) }
            if lines[0] == "yaml" { pipelines.append(Self.steps(body)) }
        }
    }

    private static func steps(_ lines: [String]) -> [Step] {
        var steps: [Step] = []
        var job = ""
        var index = 0
        func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }
        while index < lines.count {
            let line = lines[index]
            let plain = line.trimmingCharacters(in: .whitespaces)
            index += 1
            if indent(line) <= 2, plain.hasSuffix(":"), !plain.hasPrefix("-"), plain != "jobs:" { job = String(plain.dropLast()) }
            if plain == "- run: |" {
                var block: [String] = []
                while index < lines.count, indent(lines[index]) > indent(line) + 2 || lines[index].isEmpty {
                    block.append(lines[index])
                    index += 1
                }
                let least = block.filter { !$0.isEmpty }.map(indent).min() ?? 0
                steps.append(Step(job: job, script: block.map { String($0.dropFirst(least)) }.joined(separator: "\n")))
            } else if plain.hasPrefix("- run: ") {
                steps.append(Step(job: job, script: String(plain.dropFirst("- run: ".count))))
            } else if plain == "script:" {
                // One shell for all lines of a job.
                var block: [String] = []
                while index < lines.count, lines[index].trimmingCharacters(in: .whitespaces).hasPrefix("- ") {
                    block.append(unquoted(String(lines[index].trimmingCharacters(in: .whitespaces).dropFirst(2))))
                    index += 1
                }
                steps.append(Step(job: job, script: block.joined(separator: "\n")))
            }
        }
        return steps
    }

    private static func unquoted(_ text: String) -> String {
        guard text.hasPrefix("'"), text.hasSuffix("'"), text.count > 1 else { return text }
        return text.dropFirst().dropLast().replacingOccurrences(of: "''", with: "'")
    }
}
