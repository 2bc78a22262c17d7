import ContractCompatibility
import ContractModel
import Diagnostics

extension Registry {
    /// Why a schema may not follow on versions, in words for people; empty when it may.
    ///
    /// - Parameter previous: in ascending order. Transitive levels look at all of them from the newest on, up to the first that
    ///   stands against it; the others at the newest.
    func incompatibilities(
        of content: SchemaContent, under subject: SubjectName, with previous: [SchemaVersion], _ config: RegistryConfig
    ) throws(RegistryError) -> [String] {
        let mode = config.compatibility ?? .backward
        guard mode != .none else { return [] }
        var previous = previous
        if let group = config.compatibilityGroup {
            let own = content.metadataProperties[group]
            previous = previous.filter { $0.content.metadataProperties[group] == own }
        }
        for version in (mode.isTransitive ? previous : previous.suffix(1)).reversed() {
            let problems = try incompatibilities(of: content, under: subject, with: version, mode)
            guard problems.isEmpty else {
                return problems + ["{oldSchemaVersion: \(version.version)}", "{compatibility: '\(mode.registryName)'}"]
            }
        }
        return []
    }

    private static let shownProblems = 50

    private func incompatibilities(
        of content: SchemaContent, under subject: SubjectName, with version: SchemaVersion, _ mode: CompatibilityMode
    ) throws(RegistryError) -> [String] {
        guard content.type == version.content.type, let language = SchemaLanguage.named(content.type) else {
            return [Self.problem("schema-type-changed", "the schema was \(version.content.type) and is \(content.type)", "/")]
        }
        let old: SchemaText
        let new: SchemaText
        do throws(SchemaProblem) {
            (old, new) = (try state.text(of: version.content, in: version.subject), try state.text(of: content, in: subject))
        } catch {
            return [Self.problem("schema-not-readable", error.message, "/")]
        }
        let comparison = compareContracts(
            language.format, old: ContractText(old.file, references: old.references),
            new: ContractText(new.file, references: new.references), mode: mode, level: .wire)
        guard comparison.isReadable else {
            return [Self.problem("schema-not-readable", SchemaProblem(comparison.unreadable).message, "/")]
        }
        var told: Set<String> = []
        let problems = comparison.findings.filter { $0.difference.isBreaking || language.isBreakingHere($0.difference, old) }
            .map { Self.problem($0.difference.rule, $0.difference.message, $0.difference.path) }
            .filter { told.insert($0).inserted }
        guard problems.count > Self.shownProblems else { return problems }
        return problems.prefix(Self.shownProblems) + ["and \(problems.count - Self.shownProblems) more"]
    }

    private static func problem(_ rule: String, _ text: String, _ path: String) -> String {
        "{errorType:'\(rule)', description:'\(text)', additionalInfo:'\(path)'}"
    }
}
