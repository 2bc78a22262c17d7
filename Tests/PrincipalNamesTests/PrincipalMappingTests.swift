import Testing

@testable import PrincipalNames

@Suite struct `Names of principals from certificates` {
    private let subject = "CN=Kafka1,OU=SME,O=mycp,L=Fulton,ST=MD,C=US"

    @Test(arguments: [
        (["DEFAULT"], "CN=Kafka1,OU=SME,O=mycp,L=Fulton,ST=MD,C=US"), ([], "CN=Kafka1,OU=SME,O=mycp,L=Fulton,ST=MD,C=US"),
        (["RULE:^CN=(.*?),OU=(.*?),.*$/$1@$2/"], "Kafka1@SME"), (["RULE:^CN=(.*?),.*$/$1/L"], "kafka1"), (["RULE:^CN=(.*?),.*$/$1/U", "DEFAULT"], "KAFKA1"),
        (["RULE:^UID=(.*?),.*$/$1/", "RULE:^CN=(.*?),.*$/user-$1/"], "user-Kafka1"), (["RULE:^.*O=(\\w+),.*$/$1\\/x$9/"], "mycp/x$9"),
    ])
    func `the first rule that fits names the principal`(rules: [String], name: String) throws {
        #expect(try PrincipalMapping(rules).name(of: subject) == name)
    }

    @Test func `who no rule fits has no name, and half a subject is not enough`() throws {
        #expect(try PrincipalMapping(["RULE:^UID=(.*?),.*$/$1/"]).name(of: subject) == nil)
        #expect(try PrincipalMapping(["RULE:CN=(.*?),OU=SME/$1/"]).name(of: subject) == nil)
    }

    @Test(arguments: ["", "default", "RULE:", "RULE:a", "RULE:a/b", "RULE:a/b/X", "RULE:(/b/", "RULE://b/", "RULE:a/b/L/"])
    func `what is no rule is refused`(rule: String) {
        #expect(throws: PrincipalRuleProblem.self) { try PrincipalMapping([rule]) }
    }
}
