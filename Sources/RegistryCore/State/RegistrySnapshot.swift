import ContractCompatibility
import ContractModel

/// What a registry held at one moment: a value, cheap to copy, and asked without waiting.
package struct RegistrySnapshot: Sendable {
    let state: RegistryState

    package init(state: RegistryState = RegistryState()) { self.state = state }

    /// Whether a version of the subject that is not deleted has the id.
    package func isRegistered(id: Int, under subject: String) -> Bool {
        let subject = SubjectName(subject)
        return state.places(of: id, in: subject.context).contains { $0.subject == subject && !$0.isDeleted }
    }

    /// The schemas of the default context that have a version which is not deleted, by ascending ids, with the subjects of these.
    package var registrations: [(id: Int, guid: String, subjects: Set<String>)] {
        (state.contexts[SubjectName.defaultContext]?.places.keys.sorted() ?? []).compactMap { id in
            let places = state.places(of: id, in: SubjectName.defaultContext).filter { !$0.isDeleted }
            return places.first.map { (id, $0.content.guid, Set(places.map { String($0.subject.unqualified) })) }
        }
    }

    /// The versions of a subject that are not deleted, in ascending order.
    package func versions(of subject: String) -> [SchemaVersion] { state.versions(of: SubjectName(subject)) }

    /// A schema by its id, with all that it refers to; nil where there is none, or where it is in a language that is not known
    /// here, or refers to what is not there. A deleted schema is told, too: see `isRegistered`.
    ///
    /// - Parameter context: that of the subject; ids are counted in each for itself.
    package func schema(id: Int, context: String = SubjectName.defaultContext) -> ResolvedSchema? {
        guard let found = state.places(of: id, in: context).first, let language = SchemaLanguage.named(found.content.type),
            let text = try? state.text(of: found.content, in: found.subject)
        else { return nil }
        return ResolvedSchema(
            id: id, format: language.format, text: ContractText(text.file, references: text.references), content: found.content)
    }
}

/// A schema that can be parsed without a further look into the registry.
package struct ResolvedSchema: Sendable {
    package var id: Int
    package var format: ContractFormat
    /// With the texts of its references, and of theirs, by the names that the schemas use.
    package var text: ContractText
    /// As it is kept.
    package var content: SchemaContent
}
