import ContractCompatibility
import ContractModel
import Diagnostics

extension RegistryState {
    /// A schema with the texts of all that it refers to, looked up in the log.
    ///
    /// - Throws: which reference leads nowhere, or in a circle that is too long.
    func text(of content: SchemaContent, in subject: SubjectName) throws(SchemaProblem) -> SchemaText {
        var schema = SchemaText(content.text)
        var open = content.references.map { (reference: $0, from: subject) }
        var seen: Set<SchemaVersion.Key> = []
        while let (reference, from) = open.popLast() {
            let target = reference.subject.inContext(of: from)
            guard let found = resolve(reference, from: from) else {
                throw SchemaProblem(
                    "the reference '\(reference.name)' leads to version \(reference.version) of subject '\(target)', "
                        + "which is not there")
            }
            if schema.references[reference.name] == nil {
                schema.references[reference.name] = SourceFile(path: reference.name, text: found.content.text)
            }
            guard seen.insert(found.key).inserted else { continue }
            guard seen.count <= Self.maximumReferences else { throw SchemaProblem("it refers to too many other schemas") }
            open += found.content.references.map { ($0, target) }
        }
        if content.type == SchemaLanguage.protobuf.type { schema.addCommonImports() }
        return schema
    }

    private static let maximumReferences = 1_000

    /// Deleted ones too: what was registered with a reference keeps its meaning.
    func resolve(_ reference: SchemaReference, from subject: SubjectName) -> SchemaVersion? {
        let target = reference.subject.inContext(of: subject)
        return reference.version == -1
            ? latest(of: target) : version(SchemaVersion.Key(subject: target, version: reference.version))
    }

    /// Whether two schemas of one outline say the same. Metadata and rules are not looked at.
    func isSameSchema(
        _ left: SchemaContent, in leftSubject: SubjectName, _ right: SchemaContent, in rightSubject: SubjectName
    ) -> Bool {
        if left.isSameWriting(as: right) { return true }
        guard let language = SchemaLanguage.named(left.type), left.type == right.type,
            let left = try? text(of: left, in: leftSubject), let right = try? text(of: right, in: rightSubject)
        else { return false }
        return language.isSame(left, right)
    }

    /// Ids of the subject's context whose schema says the same.
    ///
    /// - Parameter isMatch: a look at the rest of the content.
    func ids(of content: SchemaContent, for subject: SubjectName, where isMatch: (SchemaContent) -> Bool) -> [Int] {
        idsAlike(SchemaOutline(of: content), in: subject.context).filter { id in
            guard let known = places(of: id, in: subject.context).first else { return false }
            return isMatch(known.content) && isSameSchema(known.content, in: known.subject, content, in: subject)
        }
    }
}
