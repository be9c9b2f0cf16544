using IdentityPools.Findings;
using IdentityPools.Policies;
using IdentityPools.Template;
using static IdentityPools.UnitTests.Findings.Examined;
using static IdentityPools.UnitTests.Findings.FindingCase;

namespace IdentityPools.UnitTests.Findings;

/// <summary>What the policies of a role show.</summary>
internal static class PermissionCases
{
    private const string Table = "arn:aws:dynamodb:eu-west-1:123456789012:table/t";
    private const string Own = "arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*";
    private const string OwnBelowAnyones = "arn:aws:s3:::b/*/${cognito-identity.amazonaws.com:sub}/*";
    private const string Clients = "arn:aws:iot:eu-west-1:123456789012:client/";
    private const string AttachedThing = """{ "Bool": { "iot:Connection.Thing.IsAttached": "true" } }""";
    private const string Tagged = "arn:aws:s3:::b/${aws:PrincipalTag/team}/*";
    private const string OwnKeys = """{ "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${cognito-identity.amazonaws.com:sub}"] } }""";
    private const string OwnTag = """{ "StringEquals": { "aws:PrincipalTag/team": "blue" } }""";
    private const string OtherTag = """{ "StringNotEquals": { "aws:PrincipalTag/team": "blue" } }""";
    private const string AnyResource = "arn:aws:dynamodb:*:*:*";
    private const string Managed = "arn:aws:iam::aws:policy/";

    public static IReadOnlyList<FindingCase> All { get; } =
    [
        Finds(nameof(AdministratorAccess), "every action on everything", () => User(Allow("*"))),
        Finds(nameof(AdministratorAccess), "every action of every service", () => User(Allow("*:*"))),
        Finds(nameof(AdministratorAccess), "one statement that is no list", () => Users(Policy($$"""{ "Statement": {{Allow("*")}} }"""))),
        Finds(
            nameof(AdministratorAccess),
            "a document as encoded text",
            () => Users(Policy((TemplateNode)Uri.EscapeDataString($$"""{ "Statement": [{{Allow("*")}}] }""")))
        ),
        Finds(nameof(AdministratorAccess), "a document as text", () => Users(Policy((TemplateNode)$$"""{ "Statement": [{{Allow("*")}}] }"""))),
        Finds(nameof(AdministratorAccess), "attached", () => Users(Attached($"\"{Managed}AdministratorAccess\""))),
        Finds(
            nameof(AdministratorAccess),
            "attached, of any partition",
            () => Users(Attached("""{ "Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/IAMFullAccess" }"""))
        ),
        Finds(
            nameof(AdministratorAccess),
            "attached, joined",
            () => Users(Attached("""{ "Fn::Join": ["", ["arn:", { "Ref": "AWS::Partition" }, ":iam::aws:policy/AdministratorAccess"]] }"""))
        ),
        Spares(nameof(AdministratorAccess), "every action on a table", () => User(Allow("*", Table))),
        Spares(nameof(AdministratorAccess), "refused", () => User(Deny("*"))),
        Spares(nameof(AdministratorAccess), "taken away", () => User(Allow("*"), Deny("*"))),
        Spares(nameof(AdministratorAccess), "attached of the account", () => Users(Attached("\"arn:aws:iam::123456789012:policy/AdministratorAccess\""))),
        Finds(nameof(GuestFullAccessPolicy), "guests", () => Guests(Attached($"\"{Managed}AmazonS3FullAccess\""))),
        Finds(
            nameof(GuestFullAccessPolicy),
            "guests, joined",
            () => Guests(Attached("""{ "Fn::Join": ["", ["arn:", { "Ref": "AWS::Partition" }, ":iam::aws:policy/AmazonS3FullAccess"]] }"""))
        ),
        Spares(nameof(GuestFullAccessPolicy), "users", () => Users(Attached($"\"{Managed}AmazonS3FullAccess\""))),
        Spares(nameof(GuestFullAccessPolicy), "to read", () => Guests(Attached($"\"{Managed}AmazonS3ReadOnlyAccess\""))),
        Finds(nameof(FullAccessPolicy), "users", () => Users(Attached($"\"{Managed}AmazonS3FullAccess\""))),
        Finds(nameof(FullAccessPolicy), "Amplify's administration", () => Users(Attached($"\"{Managed}AdministratorAccess-Amplify\""))),
        Spares(nameof(FullAccessPolicy), "to read", () => Users(Attached($"\"{Managed}AmazonS3ReadOnlyAccess\""))),
        Spares(nameof(FullAccessPolicy), "guests", () => Guests(Attached($"\"{Managed}AmazonS3FullAccess\""))),
        Finds(nameof(GuestWildcardAction), "guests", () => Guest(Allow("s3:*", "arn:aws:s3:::b/*"))),
        Spares(
            nameof(GuestWildcardAction),
            "no guests allowed",
            () => Guests(May(Allow("s3:*")), settings => settings with { AllowUnauthenticatedIdentities = false })
        ),
        Spares(nameof(GuestWildcardAction), "an action", () => Guest(Allow("s3:GetObject", "arn:aws:s3:::b/*"))),
        Spares(nameof(GuestWildcardAction), "users", () => User(Allow("s3:*", "arn:aws:s3:::b/*"))),
        Finds(nameof(WildcardAction), "a service", () => User(Allow("dynamodb:*", Table))),
        Finds(nameof(WildcardAction), "all services, one table", () => User(Allow("*", Table))),
        Finds(nameof(WildcardAction), "the second of two", () => User(Allow("s3:GetObject dynamodb:*", Table))),
        Spares(nameof(WildcardAction), "some", () => User(Allow("dynamodb:Get*", Table))),
        Spares(nameof(WildcardAction), "one's own folder", () => User(Allow("s3:*", Own))),
        Spares(nameof(WildcardAction), "taken away", () => User(Allow("dynamodb:*", Table), Deny("dynamodb:*"))),
        Spares(
            nameof(WildcardAction),
            "all but others taken away",
            () => User(Allow("dynamodb:*", Table), """{ "Effect": "Deny", "NotAction": "s3:*", "Resource": "*" }""")
        ),
        Spares(
            nameof(WildcardAction),
            "taken away where it was",
            () => User(Allow("dynamodb:*", Table), """{ "Effect": "Deny", "Action": "*", "NotResource": "arn:aws:s3:::b" }""")
        ),
        Finds(nameof(WildcardAction), "taken away elsewhere", () => User(Allow("dynamodb:*", Table), Deny("dynamodb:*", Table + "/index/*"))),
        Finds(nameof(WildcardAction), "taken away at times", () => User(Allow("dynamodb:*", Table), Deny("dynamodb:*", "*", OwnTag))),
        Finds(nameof(WildcardAction), "taken away in part", () => User(Allow("dynamodb:*", Table), Deny("dynamodb:Delete*"))),
        Finds(nameof(NotActionAllowed), "all but", () => User("""{ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }""")),
        Spares(nameof(NotActionAllowed), "all but refused", () => User("""{ "Effect": "Deny", "NotAction": "s3:*", "Resource": "*" }""")),
        Finds(nameof(NotResourceAllowed), "all but", () => User("""{ "Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::b/*" }""")),
        Spares(
            nameof(NotResourceAllowed),
            "all but refused",
            () => User("""{ "Effect": "Deny", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::b/*" }""")
        ),
        Finds(nameof(WildcardResource), "everything", () => User(Allow("dynamodb:GetItem"))),
        Finds(nameof(WildcardResource), "everything in the long form", () => User(Allow("dynamodb:GetItem", AnyResource))),
        Finds(nameof(WildcardResource), "everything beside something", () => User(Allow("dynamodb:GetItem", $"{Table} *"))),
        Spares(nameof(WildcardResource), "a table", () => User(Allow("dynamodb:GetItem", Table))),
        Spares(nameof(WildcardResource), "an action that has no resource", () => User(Allow("dynamodb:ListTables"))),
        Spares(nameof(WildcardResource), "one's own items", () => User(Allow("dynamodb:GetItem", "*", OwnKeys))),
        Spares(nameof(WildcardResource), "a parameter", () => User(Allow("dynamodb:GetItem", """{ "Ref": "Table" }"""))),
        Spares(nameof(WildcardResource), "a service without resources", () => User(Allow("polly:SynthesizeSpeech"))),
        Finds(nameof(CognitoAdministration), "roles of the pool", () => User(Allow("cognito-identity:SetIdentityPoolRoles"))),
        Finds(nameof(CognitoAdministration), "everything of the pool", () => User(Allow("cognito-identity:*"))),
        Finds(nameof(CognitoAdministration), "in other letters", () => User(Allow("COGNITO-IDP:adminaddusertogroup"))),
        Spares(nameof(CognitoAdministration), "identities", () => User(Allow("cognito-identity:GetId cognito-sync:*"))),
        Finds(nameof(PrivilegeEscalation), "policies of roles", () => User(Allow("iam:PutRolePolicy"))),
        Finds(nameof(PrivilegeEscalation), "functions that are there", () => User(Allow("lambda:Update*"))),
        Spares(nameof(PrivilegeEscalation), "reading roles", () => User(Allow("iam:Get*"))),
        Spares(nameof(PrivilegeEscalation), "taken away", () => User(Allow("iam:PutRolePolicy"), Deny("iam:*"))),
        Finds(nameof(PassRole), "a role", () => User(Allow("iam:PassRole", Examined.UserArn))),
        Finds(nameof(PassRole), "all of IAM", () => User(Allow("iam:*"))),
        Finds(nameof(PassRole), "whatever the tag is", () => User(Allow("iam:PassRole", "*", """{ "StringLike": { "aws:PrincipalTag/team": "*" } }"""))),
        Spares(nameof(PassRole), "taken away from a pattern", () => User(Allow("iam:Pass*"), Deny("iam:PassRole"))),
        Spares(nameof(SecretAccess), "taken away from a whole service", () => User(Allow("ssm:*"), Deny("ssm:GetParameter*"))),
        Spares(nameof(PassRole), "reading a role", () => User(Allow("iam:GetRole", Examined.UserArn))),
        Finds(nameof(WildcardAction), "two asterisks", () => User(Allow("s3:**", "arn:aws:s3:::b/*"))),
        Finds(nameof(RoleChaining), "another role", () => User(Allow("sts:AssumeRole", Examined.GuestArn))),
        Finds(nameof(RoleChaining), "all of STS", () => User(Allow("sts:*"))),
        Spares(nameof(RoleChaining), "asking who one is", () => User(Allow("sts:GetCallerIdentity"))),
        Finds(nameof(SecretAccess), "secrets", () => User(Allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:x"))),
        Finds(nameof(SecretAccess), "parameters", () => User(Allow("ssm:Get*"))),
        Spares(nameof(SecretAccess), "the names of secrets", () => User(Allow("secretsmanager:ListSecrets"))),
        Finds(nameof(SharedWriteAccess), "a table", () => User(Allow("dynamodb:PutItem", Table))),
        Finds(nameof(SharedWriteAccess), "one's own folder and another", () => User(Allow("s3:PutObject", Own + " arn:aws:s3:::b/shared/*"))),
        Finds(nameof(SharedWriteAccess), "everyone of another tag", () => User(Allow("dynamodb:PutItem", Table, OtherTag))),
        Finds(
            nameof(SharedWriteAccess),
            "one's own items if a key is named",
            () => User(Allow("dynamodb:PutItem", Table, OwnKeys.Replace("StringEquals", "StringEqualsIfExists", StringComparison.Ordinal)))
        ),
        Spares(nameof(SharedWriteAccess), "one's own folder", () => User(Allow("s3:PutObject", Own))),
        Spares(
            nameof(SharedWriteAccess),
            "one's own folder, put together",
            () => User(Allow("s3:PutObject", """{ "Fn::Sub": "arn:aws:s3:::${Bucket}/${!cognito-identity.amazonaws.com:sub}/*" }"""))
        ),
        Spares(
            nameof(SharedWriteAccess),
            "one's own folder, joined",
            () => User(Allow("s3:PutObject", """{ "Fn::Join": ["", [{ "Fn::GetAtt": ["Bucket", "Arn"] }, "/${cognito-identity.amazonaws.com:sub}/*"]] }"""))
        ),
        Spares(nameof(SharedWriteAccess), "the folder of one's team", () => User(Allow("s3:PutObject", Tagged))),
        Spares(nameof(SharedWriteAccess), "one's own items", () => User(Allow("dynamodb:PutItem", Table, OwnKeys))),
        Spares(nameof(SharedWriteAccess), "a team", () => User(Allow("dynamodb:PutItem", Table, OwnTag))),
        Spares(nameof(SharedWriteAccess), "reading", () => User(Allow("dynamodb:GetItem", Table))),
        Finds(nameof(SharedReadAccess), "a table", () => User(Allow("dynamodb:Query", Table))),
        Finds(nameof(SharedReadAccess), "one's own folder below anyone's", () => User(Allow("s3:GetObject", OwnBelowAnyones))),
        Spares(
            nameof(SharedReadAccess),
            "one's own folder, all that begins so",
            () => User(Allow("s3:GetObject", Own.Replace("/*", "/pre*", StringComparison.Ordinal)))
        ),
        Finds(
            nameof(SharedReadAccess),
            "folders of teams that begin like one's own",
            () => User(Allow("s3:GetObject", Tagged.Replace("/*", "*", StringComparison.Ordinal)))
        ),
        Spares(nameof(SharedReadAccess), "the folder of one's team", () => User(Allow("s3:GetObject", Tagged))),
        Finds(nameof(AnyClientId), "any client", () => User(Allow("iot:Connect", Clients + "*"))),
        Finds(nameof(AnyClientId), "any client of an app", () => User(Allow("iot:Connect", Clients + "app-?*"))),
        Finds(nameof(AnyClientId), "what the client calls itself", () => User(Allow("iot:Connect", Clients + "${iot:ClientId}"))),
        Finds(nameof(AnyClientId), "everything", () => User(Allow("iot:Connect"))),
        Finds(nameof(AnyClientId), "everything of IoT", () => User(Allow("iot:C*", "arn:aws:iot:*:*:*"))),
        Finds(nameof(AnyClientId), "guests", () => Guest(Allow("iot:Connect", Clients + "*"))),
        Finds(nameof(AnyClientId), "all but one", () => User("""{ "Effect": "Allow", "Action": "iot:Connect", "NotResource": "arn:aws:iot:*:*:client/a" }""")),
        Finds(nameof(AnyClientId), "granted by name", () => Speaking(perIdentity: false)),
        Spares(nameof(AnyClientId), "granted by name to each identity", () => Speaking(perIdentity: true)),
        Spares(nameof(AnyClientId), "one client", () => User(Allow("iot:Connect", Clients + "kiosk"))),
        Spares(nameof(AnyClientId), "one's own clients", () => User(Allow("iot:Connect", Clients + "${cognito-identity.amazonaws.com:sub}-*"))),
        Spares(nameof(AnyClientId), "the thing of the identity", () => User(Allow("iot:Connect", Clients + "*", AttachedThing))),
        Spares(nameof(AnyClientId), "topics", () => User(Allow("iot:Publish", "arn:aws:iot:eu-west-1:123456789012:topic/*"))),
        Spares(nameof(AnyClientId), "connecting, of topics only", () => User(Allow("iot:Connect", "arn:aws:iot:eu-west-1:123456789012:topic/*"))),
        Spares(nameof(AnyClientId), "taken away", () => User(Allow("iot:Connect", Clients + "*"), Deny("iot:*"))),
        Spares(nameof(SharedReadAccess), "one's own folder", () => User(Allow("s3:GetObject", Own))),
        Spares(nameof(SharedReadAccess), "writing", () => User(Allow("dynamodb:PutItem", Table))),
        Finds(nameof(InertGuestPermission), "a service that guests never reach", () => Guest(Allow("athena:StartQueryExecution"))),
        Finds(nameof(InertGuestPermission), "an action that guests never reach", () => Guest(Allow("kms:CreateKey"))),
        Spares(nameof(InertGuestPermission), "a service for guests", () => Guest(Allow("polly:SynthesizeSpeech kms:Decrypt"))),
        Spares(nameof(InertGuestPermission), "users", () => User(Allow("athena:StartQueryExecution"))),
        Spares(
            nameof(InertGuestPermission),
            "the classic flow",
            () => Guests(May(Allow("athena:StartQueryExecution")), settings => settings with { AllowClassicFlow = true })
        ),
        Spares(nameof(InertGuestPermission), "a parameter", () => Guest(Allow("""{ "Ref": "Action" }"""))),
        Finds(nameof(PolicyUnreadable), "text that is no JSON", () => Users(Policy((TemplateNode)"allow all"))),
        Finds(nameof(PolicyUnreadable), "JSON that is no policy", () => Users(Policy("""{ "Version": "2012-10-17" }"""))),
        Finds(nameof(PolicyUnreadable), "a list", () => Users(Policy("[]"))),
        Spares(nameof(PolicyUnreadable), "a policy", () => User(Allow("s3:GetObject", Own))),
        Finds(nameof(NotExamined), "a policy that is chosen", () => Users(Policy("""{ "Fn::If": ["IsLive", {}, {}] }"""))),
        Finds(nameof(NotExamined), "a statement that is chosen", () => User("""{ "Fn::If": ["IsLive", {}, { "Ref": "AWS::NoValue" }] }""")),
        Finds(nameof(NotExamined), "an effect", () => User("""{ "Effect": { "Ref": "E" }, "Action": "*", "Resource": "*" }""")),
        Finds(nameof(NotExamined), "actions that are chosen", () => User(Allow("""{ "Fn::If": ["IsLive", "*", "s3:GetObject"] }"""))),
        Spares(nameof(NotExamined), "a parameter among the resources", () => User(Allow("s3:GetObject", """{ "Fn::Sub": "${Bucket}/*" }"""))),
        Spares(nameof(NotExamined), "text that is no policy", () => Users(Policy((TemplateNode)"allow all"))),
        Spares(nameof(AdministratorAccess), "an effect that is a parameter", () => User("""{ "Effect": { "Ref": "E" }, "Action": "*", "Resource": "*" }""")),
        Finds(
            nameof(WildcardAction),
            "denied but for what a parameter names",
            () => User(Allow("s3:*"), """{ "Effect": "Deny", "NotAction": { "Ref": "A" }, "Resource": "*" }""")
        ),
        Finds(
            nameof(WildcardAction),
            "denied on a condition that is none",
            () => User(Allow("s3:*"), """{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": "aws:SourceIp" }""")
        ),
        Finds(nameof(PolicyVersionOld), "no version", () => Users(Policy($$"""{ "Statement": [{{Allow("s3:GetObject", Own)}}] }"""))),
        Finds(
            nameof(PolicyVersionOld),
            "of 2008",
            () => Users(Policy($$"""{ "Version": "2008-10-17", "Statement": {{Allow("dynamodb:GetItem", Table, OwnKeys)}} }"""))
        ),
        Spares(nameof(PolicyVersionOld), "of 2012", () => User(Allow("s3:GetObject", Own))),
        Spares(
            nameof(PolicyVersionOld),
            "of 2008 without variables",
            () => Users(Policy($$"""{ "Version": "2008-10-17", "Statement": [{{Allow("dynamodb:GetItem", Table)}}] }"""))
        ),
        Spares(
            nameof(PolicyVersionOld),
            "a parameter",
            () => Users(Policy($$"""{ "Version": { "Ref": "Version" }, "Statement": [{{Allow("s3:GetObject", Own)}}] }"""))
        ),
        Spares(
            nameof(PolicyVersionOld),
            "of 2008, naming the pool",
            () =>
                Users(
                    Policy(
                        $$"""{ "Version": "2008-10-17", "Statement": [{{Allow("cognito-identity:GetId", """{ "Fn::Sub": "arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/${Pool}" }""")}}] }"""
                    )
                )
        ),
    ];

    private static IdentityPool User(params string[] statements) => Users(May(statements));

    private static IdentityPool Guest(params string[] statements) => Guests(May(statements));

    /// <summary>A role that may speak on a topic, granted by the name of the service.</summary>
    private static IdentityPool Speaking(bool perIdentity) =>
        Plain.WithRole(
            nameof(RoleAudience.Authenticated),
            role =>
                role.WithStatements(
                    ServiceCatalogue.Statements(AwsService.IoT, AccessLevel.ReadWrite, ["arn:aws:iot:eu-west-1:123456789012:topic/shop"], perIdentity)
                )
        );
}
