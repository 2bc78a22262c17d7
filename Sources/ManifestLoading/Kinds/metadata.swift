import Diagnostics
import MeshModel

package func metadataDescription(nameForm: TextForm, requiresOwner: Bool) -> ObjectDescription {
    ObjectDescription(
        "metadata",
        [
            FieldDescription(
                "name", .text(nameForm), required: true, example: "orders.created",
                "What it is called: unique within its kind in the mesh."),
            FieldDescription(
                "owner", .text(.nonEmpty), required: requiresOwner, example: "team-checkout",
                "Who answers for it: a team, a mail address, whatever your house uses. Kept in the mesh beside the resource."),
            FieldDescription("description", .text(.free), example: "Every order, once it is placed.", "What it is, for people."),
            FieldDescription(
                "labels", .map(of: .text(.free), keys: "labels"), example: "{ domain: orders, tier: gold }",
                "By which topics choose clusters and environments choose what they patch."),
            FieldDescription(
                "annotations", .map(of: .text(.free), keys: "annotations"), example: "{ heddle.dev/adopt: \"true\" }",
                "Remarks that select nothing. `heddle.dev/adopt: \"true\"` lets Heddle take over what is already there under this name. `heddle.dev/protect: \"true\"` forbids that it, or a topic that follows from it, is deleted; it is kept in the mesh, so that taking the manifest away does not take it away."
            ),
        ])
}

func decodeMetadata(_ value: ManifestValue) -> Metadata? {
    guard let name = value.text("name") else { return nil }
    return Metadata(
        name: name, owner: value.text("owner"), description: value.text("description")?.value, labels: value.textMap("labels"),
        annotations: value.textMap("annotations"))
}
