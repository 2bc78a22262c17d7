import Diagnostics
import MeshModel

let principalDescription = KindDescription(
    .principal,
    summary: "An identity: who a client is, once it has shown that it is; or, with `members`, a group of them. Rules speak of principals.",
    example: """
        kind: Principal
        metadata: { name: checkout }
        spec:
          scram: { mechanism: SCRAM-SHA-512, password: { fromEnv: CHECKOUT_PASSWORD } }
        """,
    spec: ObjectDescription(
        "a principal", atMostOneOf: [["scram", "mtls", "oauth", "members"]],
        [
            FieldDescription(
                "scram", .object(scramDescription),
                example: "{ mechanism: SCRAM-SHA-512, password: { fromEnv: CHECKOUT_PASSWORD } }",
                "It gives a password. Kafka knows it as `User:<name>`."),
            FieldDescription(
                "mtls",
                .object(
                    subjectDescription(
                        "an mTLS identity", "CN=checkout,O=shop", "The subject of its certificate, as the cluster spells it.")),
                example: "{ subject: \"CN=checkout,O=shop\" }", "It shows a certificate. Kafka knows it as `User:<subject>`."),
            FieldDescription(
                "oauth", .object(subjectDescription("an OAuth identity", "checkout@shop", "The subject claim of its token.")),
                example: "{ subject: checkout@shop }", "It shows a token. Kafka knows it as `User:<subject>`."),
            FieldDescription(
                "members", .list(of: .text(.name), atLeast: 1), example: "[ada, grace]", since: "0.4",
                "The Principals of a group of people. What an Access says of the group holds for each of them; Kafka knows no groups. A member is no group itself, and an Application runs as no group."
            ),
        ]))

private let scramDescription = ObjectDescription(
    "a SCRAM identity",
    [
        FieldDescription(
            "mechanism", .choice([Choice("SCRAM-SHA-256", "RFC 7677."), Choice("SCRAM-SHA-512", "The same with SHA-512.")]),
            required: true, example: "SCRAM-SHA-512", "Which SCRAM."),
        FieldDescription(
            "password", .secret, example: "{ fromEnv: CHECKOUT_PASSWORD }", "Where the password is; never the password itself."),
    ])

private func subjectDescription(_ noun: String, _ example: String, _ documentation: String) -> ObjectDescription {
    ObjectDescription(
        noun, [FieldDescription("subject", .text(.nonEmpty), required: true, example: "\"\(example)\"", documentation)])
}

func decodePrincipal(_ spec: ManifestValue?) -> PrincipalSpec {
    guard let spec else { return PrincipalSpec() }
    if spec.field("members") != nil { return PrincipalSpec(members: spec.texts("members")) }
    if let scram = spec.field("scram"), let mechanism = scram.value.text("mechanism") {
        let identity = PrincipalSpec.Identity.scram(
            mechanism: mechanism.value, password: scram.value["password"].flatMap(decodeSecret))
        return PrincipalSpec(identity: Located(identity, at: scram.nameRange))
    }
    if let mtls = spec.field("mtls"), let subject = mtls.value.text("subject") {
        return PrincipalSpec(identity: Located(.mtls(subject: subject.value), at: mtls.nameRange))
    }
    if let oauth = spec.field("oauth"), let subject = oauth.value.text("subject") {
        return PrincipalSpec(identity: Located(.oauth(subject: subject.value), at: oauth.nameRange))
    }
    return PrincipalSpec()
}

func decodeSecret(_ value: ManifestValue) -> SecretReference? {
    if let variable = value.text("fromEnv") { return .environment(variable.value) }
    return value.text("fromFile").map { .file($0.value) }
}
