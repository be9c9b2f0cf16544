using IdentityPools.Findings;
using IdentityPools.Model;
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
    private const string UserPoolArn = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Ab1Cd2Ef3";
    private const string Managed = "arn:aws:iam::aws:policy/";

    public static IReadOnlyList<FindingCase> All { get; } =
    [
        Finds(FindingRuleId.AdministratorAccess, "every action on everything", () => User(Allow("*"))),
        Finds(FindingRuleId.AdministratorAccess, "every action of every service", () => User(Allow("*:*"))),
        Finds(FindingRuleId.AdministratorAccess, "one statement that is no list", () => Users(Policy($$"""{ "Statement": {{Allow("*")}} }"""))),
        Finds(
            FindingRuleId.AdministratorAccess,
            "a document as encoded text",
            () => Users(Policy((TemplateNode)Uri.EscapeDataString($$"""{ "Statement": [{{Allow("*")}}] }""")))
        ),
        Finds(FindingRuleId.AdministratorAccess, "a document as text", () => Users(Policy((TemplateNode)$$"""{ "Statement": [{{Allow("*")}}] }"""))),
        Finds(FindingRuleId.AdministratorAccess, "attached", () => Users(Attached($"\"{Managed}AdministratorAccess\""))),
        Finds(
            FindingRuleId.AdministratorAccess,
            "attached, of any partition",
            () => Users(Attached("""{ "Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/IAMFullAccess" }"""))
        ),
        Finds(
            FindingRuleId.AdministratorAccess,
            "attached, joined",
            () => Users(Attached("""{ "Fn::Join": ["", ["arn:", { "Ref": "AWS::Partition" }, ":iam::aws:policy/AdministratorAccess"]] }"""))
        ),
        Spares(FindingRuleId.AdministratorAccess, "every action on a table", () => User(Allow("*", Table))),
        Spares(FindingRuleId.AdministratorAccess, "refused", () => User(Deny("*"))),
        Spares(FindingRuleId.AdministratorAccess, "taken away", () => User(Allow("*"), Deny("*"))),
        Spares(FindingRuleId.AdministratorAccess, "attached of the account", () => Users(Attached("\"arn:aws:iam::123456789012:policy/AdministratorAccess\""))),
        Finds(FindingRuleId.GuestFullAccessPolicy, "guests", () => Guests(Attached($"\"{Managed}AmazonS3FullAccess\""))),
        Finds(
            FindingRuleId.GuestFullAccessPolicy,
            "guests, joined",
            () => Guests(Attached("""{ "Fn::Join": ["", ["arn:", { "Ref": "AWS::Partition" }, ":iam::aws:policy/AmazonS3FullAccess"]] }"""))
        ),
        Spares(FindingRuleId.GuestFullAccessPolicy, "users", () => Users(Attached($"\"{Managed}AmazonS3FullAccess\""))),
        Spares(FindingRuleId.GuestFullAccessPolicy, "to read", () => Guests(Attached($"\"{Managed}AmazonS3ReadOnlyAccess\""))),
        Finds(FindingRuleId.FullAccessPolicy, "users", () => Users(Attached($"\"{Managed}AmazonS3FullAccess\""))),
        Finds(FindingRuleId.FullAccessPolicy, "Amplify's administration", () => Users(Attached($"\"{Managed}AdministratorAccess-Amplify\""))),
        Spares(FindingRuleId.FullAccessPolicy, "to read", () => Users(Attached($"\"{Managed}AmazonS3ReadOnlyAccess\""))),
        Spares(FindingRuleId.FullAccessPolicy, "guests", () => Guests(Attached($"\"{Managed}AmazonS3FullAccess\""))),
        Finds(FindingRuleId.GuestWildcardAction, "guests", () => Guest(Allow("s3:*", "arn:aws:s3:::b/*"))),
        Spares(
            FindingRuleId.GuestWildcardAction,
            "no guests allowed",
            () => Guests(May(Allow("s3:*")), settings => settings with { AllowUnauthenticatedIdentities = false })
        ),
        Spares(FindingRuleId.GuestWildcardAction, "an action", () => Guest(Allow("s3:GetObject", "arn:aws:s3:::b/*"))),
        Spares(FindingRuleId.GuestWildcardAction, "users", () => User(Allow("s3:*", "arn:aws:s3:::b/*"))),
        Finds(FindingRuleId.WildcardAction, "a service", () => User(Allow("dynamodb:*", Table))),
        Finds(FindingRuleId.WildcardAction, "all services, one table", () => User(Allow("*", Table))),
        Finds(FindingRuleId.WildcardAction, "the second of two", () => User(Allow("s3:GetObject dynamodb:*", Table))),
        Spares(FindingRuleId.WildcardAction, "some", () => User(Allow("dynamodb:Get*", Table))),
        Spares(FindingRuleId.WildcardAction, "one's own folder", () => User(Allow("s3:*", Own))),
        Spares(FindingRuleId.WildcardAction, "taken away", () => User(Allow("dynamodb:*", Table), Deny("dynamodb:*"))),
        Spares(
            FindingRuleId.WildcardAction,
            "all but others taken away",
            () => User(Allow("dynamodb:*", Table), """{ "Effect": "Deny", "NotAction": "s3:*", "Resource": "*" }""")
        ),
        Spares(
            FindingRuleId.WildcardAction,
            "taken away where it was",
            () => User(Allow("dynamodb:*", Table), """{ "Effect": "Deny", "Action": "*", "NotResource": "arn:aws:s3:::b" }""")
        ),
        Finds(FindingRuleId.WildcardAction, "taken away elsewhere", () => User(Allow("dynamodb:*", Table), Deny("dynamodb:*", Table + "/index/*"))),
        Finds(FindingRuleId.WildcardAction, "taken away at times", () => User(Allow("dynamodb:*", Table), Deny("dynamodb:*", "*", OwnTag))),
        Finds(FindingRuleId.WildcardAction, "taken away in part", () => User(Allow("dynamodb:*", Table), Deny("dynamodb:Delete*"))),
        Finds(FindingRuleId.NotActionAllowed, "all but", () => User("""{ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }""")),
        Spares(FindingRuleId.NotActionAllowed, "all but refused", () => User("""{ "Effect": "Deny", "NotAction": "s3:*", "Resource": "*" }""")),
        Finds(
            FindingRuleId.NotResourceAllowed,
            "all but",
            () => User("""{ "Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::b/*" }""")
        ),
        Spares(
            FindingRuleId.NotResourceAllowed,
            "all but refused",
            () => User("""{ "Effect": "Deny", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::b/*" }""")
        ),
        Finds(FindingRuleId.WildcardResource, "everything", () => User(Allow("dynamodb:GetItem"))),
        Finds(FindingRuleId.WildcardResource, "everything in the long form", () => User(Allow("dynamodb:GetItem", AnyResource))),
        Finds(FindingRuleId.WildcardResource, "everything beside something", () => User(Allow("dynamodb:GetItem", $"{Table} *"))),
        Spares(FindingRuleId.WildcardResource, "a table", () => User(Allow("dynamodb:GetItem", Table))),
        Spares(FindingRuleId.WildcardResource, "an action that has no resource", () => User(Allow("dynamodb:ListTables"))),
        Spares(FindingRuleId.WildcardResource, "one's own items", () => User(Allow("dynamodb:GetItem", "*", OwnKeys))),
        Spares(FindingRuleId.WildcardResource, "a parameter", () => User(Allow("dynamodb:GetItem", """{ "Ref": "Table" }"""))),
        Spares(FindingRuleId.WildcardResource, "a service without resources", () => User(Allow("polly:SynthesizeSpeech"))),
        Spares(FindingRuleId.WildcardResource, "labels of pictures", () => User(Allow("rekognition:DetectLabels"))),
        Finds(FindingRuleId.WildcardResource, "mail of every sender", () => User(Allow("ses:SendEmail"))),
        Finds(FindingRuleId.WildcardResource, "mail of every sender, by a pattern", () => User(Allow("ses:Send*"))),
        Finds(FindingRuleId.WildcardResource, "every topic", () => User(Allow("sns:Publish"))),
        Finds(FindingRuleId.WildcardResource, "every model", () => User(Allow("bedrock:InvokeModel"))),
        Finds(FindingRuleId.WildcardResource, "every agent", () => User(Allow("bedrock-agentcore:InvokeAgentRuntime"))),
        Finds(FindingRuleId.WildcardResource, "every log", () => Guest(Allow("logs:PutLogEvents"))),
        Finds(FindingRuleId.WildcardResource, "every bus", () => User(Allow("events:PutEvents"))),
        Spares(FindingRuleId.WildcardResource, "the models' names", () => User(Allow("bedrock:ListFoundationModels"))),
        Spares(
            FindingRuleId.WildcardResource,
            "mail of one sender",
            () => User(Allow("ses:SendEmail", "arn:aws:ses:eu-west-1:123456789012:identity/a.example"))
        ),
        Spares(
            FindingRuleId.WildcardResource,
            "mail of one sender, by a condition",
            () => User(Allow("ses:SendEmail", "*", """{ "StringEquals": { "ses:FromAddress": "shop@a.example" } }"""))
        ),
        Finds(FindingRuleId.UserDirectoryAccess, "the users of a pool", () => User(Allow("cognito-idp:ListUsers", UserPoolArn))),
        Finds(FindingRuleId.UserDirectoryAccess, "by a pattern", () => User(Allow("cognito-idp:List*", UserPoolArn))),
        Spares(FindingRuleId.UserDirectoryAccess, "all of the service, which is found elsewhere", () => User(Allow("cognito-idp:*"))),
        Spares(FindingRuleId.UserDirectoryAccess, "one's own account", () => User(Allow("cognito-idp:GetUser"))),
        Spares(FindingRuleId.UserDirectoryAccess, "guests", () => Guest(Allow("cognito-idp:ListUsers", UserPoolArn))),
        Spares(FindingRuleId.UserDirectoryAccess, "taken away", () => User(Allow("cognito-idp:List*", UserPoolArn), Deny("cognito-idp:ListUsers*"))),
        Finds(FindingRuleId.GuestReadsUsers, "the users of a pool", () => Guest(Allow("cognito-idp:AdminGetUser", UserPoolArn))),
        Spares(FindingRuleId.GuestReadsUsers, "users", () => User(Allow("cognito-idp:AdminGetUser", UserPoolArn))),
        Spares(
            FindingRuleId.GuestReadsUsers,
            "no guests allowed",
            () => Guests(May(Allow("cognito-idp:ListUsers", UserPoolArn)), settings => settings with { AllowUnauthenticatedIdentities = false })
        ),
        Finds(FindingRuleId.GuestSpending, "mail", () => Guest(Allow("ses:SendEmail", "arn:aws:ses:eu-west-1:123456789012:identity/a.example"))),
        Finds(FindingRuleId.GuestSpending, "text messages", () => Guest(Allow("sns:Publish"))),
        Finds(FindingRuleId.GuestSpending, "speech", () => Guest(Allow("polly:Synthesize*"))),
        Finds(FindingRuleId.GuestSpending, "a model", () => Guest(Allow("sagemaker:InvokeEndpoint", "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/e"))),
        Finds(
            FindingRuleId.GuestSpending,
            "a model of Bedrock by the classic flow",
            () => Guests(May(Allow("bedrock:InvokeModel")), settings => settings with { AllowClassicFlow = true })
        ),
        Spares(FindingRuleId.GuestSpending, "a model of Bedrock, which guests never reach", () => Guest(Allow("bedrock:InvokeModel"))),
        Spares(FindingRuleId.GuestSpending, "a topic", () => Guest(Allow("sns:Publish", "arn:aws:sns:eu-west-1:123456789012:news"))),
        Spares(FindingRuleId.GuestSpending, "all of the service, which is found elsewhere", () => Guest(Allow("polly:*"))),
        Spares(FindingRuleId.GuestSpending, "users", () => User(Allow("polly:SynthesizeSpeech"))),
        Finds(FindingRuleId.IoTPolicyChange, "attaching", () => User(Allow("iot:AttachPolicy"))),
        Finds(FindingRuleId.IoTPolicyChange, "writing another version", () => User(Allow("iot:Create*", "arn:aws:iot:eu-west-1:123456789012:policy/p"))),
        Spares(FindingRuleId.IoTPolicyChange, "the names of policies", () => User(Allow("iot:ListPolicies"))),
        Spares(FindingRuleId.IoTPolicyChange, "all of the service, which is found elsewhere", () => User(Allow("iot:*"))),
        Finds(FindingRuleId.ConsoleDefaultPolicy, "guests", () => Guest(Allow("mobileanalytics:PutEvents cognito-sync:*"))),
        Finds(FindingRuleId.ConsoleDefaultPolicy, "users", () => User(Allow("mobileanalytics:*"))),
        Spares(FindingRuleId.ConsoleDefaultPolicy, "an action", () => User(Allow("mobileanalytics:PutEvents"))),
        Spares(FindingRuleId.GuestWildcardAction, "what the console grants", () => Guest(Allow("cognito-sync:*"))),
        Spares(FindingRuleId.WildcardAction, "what the console grants", () => User(Allow("cognito-sync:* mobileanalytics:*"))),
        Finds(FindingRuleId.CognitoAdministration, "roles of the pool", () => User(Allow("cognito-identity:SetIdentityPoolRoles"))),
        Finds(FindingRuleId.CognitoAdministration, "everything of the pool", () => User(Allow("cognito-identity:*"))),
        Finds(FindingRuleId.CognitoAdministration, "in other letters", () => User(Allow("COGNITO-IDP:adminaddusertogroup"))),
        Spares(FindingRuleId.CognitoAdministration, "identities", () => User(Allow("cognito-identity:GetId cognito-sync:*"))),
        Finds(FindingRuleId.PrivilegeEscalation, "policies of roles", () => User(Allow("iam:PutRolePolicy"))),
        Finds(FindingRuleId.PrivilegeEscalation, "functions that are there", () => User(Allow("lambda:Update*"))),
        Spares(FindingRuleId.PrivilegeEscalation, "reading roles", () => User(Allow("iam:Get*"))),
        Spares(FindingRuleId.PrivilegeEscalation, "taken away", () => User(Allow("iam:PutRolePolicy"), Deny("iam:*"))),
        Finds(FindingRuleId.PassRole, "a role", () => User(Allow("iam:PassRole", Examined.UserArn))),
        Finds(FindingRuleId.PassRole, "all of IAM", () => User(Allow("iam:*"))),
        Finds(FindingRuleId.PassRole, "whatever the tag is", () => User(Allow("iam:PassRole", "*", """{ "StringLike": { "aws:PrincipalTag/team": "*" } }"""))),
        Spares(FindingRuleId.PassRole, "taken away from a pattern", () => User(Allow("iam:Pass*"), Deny("iam:PassRole"))),
        Spares(FindingRuleId.SecretAccess, "taken away from a whole service", () => User(Allow("ssm:*"), Deny("ssm:GetParameter*"))),
        Spares(FindingRuleId.PassRole, "reading a role", () => User(Allow("iam:GetRole", Examined.UserArn))),
        Finds(FindingRuleId.WildcardAction, "two asterisks", () => User(Allow("s3:**", "arn:aws:s3:::b/*"))),
        Finds(FindingRuleId.RoleChaining, "another role", () => User(Allow("sts:AssumeRole", Examined.GuestArn))),
        Finds(FindingRuleId.RoleChaining, "all of STS", () => User(Allow("sts:*"))),
        Spares(FindingRuleId.RoleChaining, "asking who one is", () => User(Allow("sts:GetCallerIdentity"))),
        Finds(
            FindingRuleId.SecretAccess,
            "secrets",
            () => User(Allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:x"))
        ),
        Finds(FindingRuleId.SecretAccess, "parameters", () => User(Allow("ssm:Get*"))),
        Spares(FindingRuleId.SecretAccess, "the names of secrets", () => User(Allow("secretsmanager:ListSecrets"))),
        Finds(FindingRuleId.SharedWriteAccess, "a table", () => User(Allow("dynamodb:PutItem", Table))),
        Finds(FindingRuleId.SharedWriteAccess, "one's own folder and another", () => User(Allow("s3:PutObject", Own + " arn:aws:s3:::b/shared/*"))),
        Finds(FindingRuleId.SharedWriteAccess, "everyone of another tag", () => User(Allow("dynamodb:PutItem", Table, OtherTag))),
        Finds(
            FindingRuleId.SharedWriteAccess,
            "one's own items if a key is named",
            () => User(Allow("dynamodb:PutItem", Table, OwnKeys.Replace("StringEquals", "StringEqualsIfExists", StringComparison.Ordinal)))
        ),
        Spares(FindingRuleId.SharedWriteAccess, "one's own folder", () => User(Allow("s3:PutObject", Own))),
        Spares(
            FindingRuleId.SharedWriteAccess,
            "one's own folder, put together",
            () => User(Allow("s3:PutObject", """{ "Fn::Sub": "arn:aws:s3:::${Bucket}/${!cognito-identity.amazonaws.com:sub}/*" }"""))
        ),
        Spares(
            FindingRuleId.SharedWriteAccess,
            "one's own folder, joined",
            () => User(Allow("s3:PutObject", """{ "Fn::Join": ["", [{ "Fn::GetAtt": ["Bucket", "Arn"] }, "/${cognito-identity.amazonaws.com:sub}/*"]] }"""))
        ),
        Spares(FindingRuleId.SharedWriteAccess, "the folder of one's team", () => User(Allow("s3:PutObject", Tagged))),
        Spares(FindingRuleId.SharedWriteAccess, "one's own items", () => User(Allow("dynamodb:PutItem", Table, OwnKeys))),
        Spares(FindingRuleId.SharedWriteAccess, "a team", () => User(Allow("dynamodb:PutItem", Table, OwnTag))),
        Spares(FindingRuleId.SharedWriteAccess, "reading", () => User(Allow("dynamodb:GetItem", Table))),
        Finds(FindingRuleId.SharedReadAccess, "a table", () => User(Allow("dynamodb:Query", Table))),
        Finds(FindingRuleId.WildcardIdentityPath, "one's own folder below anyone's", () => User(Allow("s3:GetObject", OwnBelowAnyones))),
        Finds(FindingRuleId.WildcardIdentityPath, "writing below anyone's", () => User(Allow("s3:PutObject", $"{Own} {OwnBelowAnyones}"))),
        Spares(FindingRuleId.SharedReadAccess, "one's own folder below anyone's, which is found as such", () => User(Allow("s3:GetObject", OwnBelowAnyones))),
        Finds(
            FindingRuleId.SharedReadAccess,
            "one's own folder below anyone's and another",
            () => User(Allow("s3:GetObject", OwnBelowAnyones + " arn:aws:s3:::b/x"))
        ),
        Spares(FindingRuleId.WildcardIdentityPath, "one's own folder", () => User(Allow("s3:GetObject", Own))),
        Spares(FindingRuleId.WildcardIdentityPath, "everyone's folder", () => User(Allow("s3:GetObject", "arn:aws:s3:::b/*"))),
        Spares(
            FindingRuleId.WildcardIdentityPath,
            "all that begins with one's own id, as no other id does",
            () => User(Allow("s3:GetObject", Own.Replace("/*", "*", StringComparison.Ordinal)))
        ),
        Spares(
            FindingRuleId.SharedReadAccess,
            "one's own folder, all that begins so",
            () => User(Allow("s3:GetObject", Own.Replace("/*", "/pre*", StringComparison.Ordinal)))
        ),
        Finds(
            FindingRuleId.WildcardIdentityPath,
            "folders of teams that begin like one's own",
            () => User(Allow("s3:GetObject", Tagged.Replace("/*", "*", StringComparison.Ordinal)))
        ),
        Spares(FindingRuleId.SharedReadAccess, "the folder of one's team", () => User(Allow("s3:GetObject", Tagged))),
        Finds(FindingRuleId.AnyClientId, "any client", () => User(Allow("iot:Connect", Clients + "*"))),
        Finds(FindingRuleId.AnyClientId, "any client of an app", () => User(Allow("iot:Connect", Clients + "app-?*"))),
        Finds(FindingRuleId.AnyClientId, "what the client calls itself", () => User(Allow("iot:Connect", Clients + "${iot:ClientId}"))),
        Finds(FindingRuleId.AnyClientId, "everything", () => User(Allow("iot:Connect"))),
        Finds(FindingRuleId.AnyClientId, "everything of IoT", () => User(Allow("iot:C*", "arn:aws:iot:*:*:*"))),
        Finds(FindingRuleId.AnyClientId, "guests", () => Guest(Allow("iot:Connect", Clients + "*"))),
        Finds(
            FindingRuleId.AnyClientId,
            "all but one",
            () => User("""{ "Effect": "Allow", "Action": "iot:Connect", "NotResource": "arn:aws:iot:*:*:client/a" }""")
        ),
        Finds(FindingRuleId.AnyClientId, "granted by name", () => Speaking(perIdentity: false)),
        Spares(FindingRuleId.AnyClientId, "granted by name to each identity", () => Speaking(perIdentity: true)),
        Spares(FindingRuleId.AnyClientId, "one client", () => User(Allow("iot:Connect", Clients + "kiosk"))),
        Spares(FindingRuleId.AnyClientId, "one's own clients", () => User(Allow("iot:Connect", Clients + "${cognito-identity.amazonaws.com:sub}-*"))),
        Spares(FindingRuleId.AnyClientId, "the thing of the identity", () => User(Allow("iot:Connect", Clients + "*", AttachedThing))),
        Spares(FindingRuleId.AnyClientId, "topics", () => User(Allow("iot:Publish", "arn:aws:iot:eu-west-1:123456789012:topic/*"))),
        Spares(FindingRuleId.AnyClientId, "connecting, of topics only", () => User(Allow("iot:Connect", "arn:aws:iot:eu-west-1:123456789012:topic/*"))),
        Spares(FindingRuleId.AnyClientId, "taken away", () => User(Allow("iot:Connect", Clients + "*"), Deny("iot:*"))),
        Spares(FindingRuleId.SharedReadAccess, "one's own folder", () => User(Allow("s3:GetObject", Own))),
        Spares(FindingRuleId.SharedReadAccess, "writing", () => User(Allow("dynamodb:PutItem", Table))),
        Finds(FindingRuleId.InertGuestPermission, "a service that guests never reach", () => Guest(Allow("athena:StartQueryExecution"))),
        Finds(FindingRuleId.InertGuestPermission, "an action that guests never reach", () => Guest(Allow("kms:CreateKey"))),
        Finds(FindingRuleId.InertGuestPermission, "a map that guests cannot create", () => Guest(Allow("geo:CreateMap"))),
        Finds(FindingRuleId.InertGuestPermission, "services that left the lists", () => Guest(Allow("kinesisanalytics:* sumerian:*"))),
        Finds(FindingRuleId.InertGuestPermission, "models of Bedrock", () => Guest(Allow("bedrock:InvokeModel"))),
        Spares(FindingRuleId.InertGuestPermission, "a stream", () => Guest(Allow("kinesis:PutRecord"))),
        Spares(FindingRuleId.InertGuestPermission, "events of an app", () => Guest(Allow("mobiletargeting:PutEvents"))),
        Spares(FindingRuleId.InertGuestPermission, "pairs of keys", () => Guest(Allow("kms:GenerateDataKeyPair"))),
        Spares(FindingRuleId.InertGuestPermission, "patterns of which a part is on a list", () => Guest(Allow("geo:* kms:GenerateDataKey*"))),
        Spares(FindingRuleId.InertGuestPermission, "maps and places", () => Guest(Allow("geo:GetMapTile geo:SearchPlaceIndexForText geo:ListMaps"))),
        Spares(FindingRuleId.InertGuestPermission, "a service for guests", () => Guest(Allow("polly:SynthesizeSpeech kms:Decrypt"))),
        Spares(FindingRuleId.InertGuestPermission, "users", () => User(Allow("athena:StartQueryExecution"))),
        Spares(
            FindingRuleId.InertGuestPermission,
            "the classic flow",
            () => Guests(May(Allow("athena:StartQueryExecution")), settings => settings with { AllowClassicFlow = true })
        ),
        Spares(FindingRuleId.InertGuestPermission, "a parameter", () => Guest(Allow("""{ "Ref": "Action" }"""))),
        Finds(FindingRuleId.PolicyUnreadable, "text that is no JSON", () => Users(Policy((TemplateNode)"allow all"))),
        Finds(FindingRuleId.PolicyUnreadable, "JSON that is no policy", () => Users(Policy("""{ "Version": "2012-10-17" }"""))),
        Finds(FindingRuleId.PolicyUnreadable, "a list", () => Users(Policy("[]"))),
        Spares(FindingRuleId.PolicyUnreadable, "a policy", () => User(Allow("s3:GetObject", Own))),
        Finds(FindingRuleId.NotExamined, "a policy that is chosen", () => Users(Policy("""{ "Fn::If": ["IsLive", {}, {}] }"""))),
        Finds(FindingRuleId.NotExamined, "a statement that is chosen", () => User("""{ "Fn::If": ["IsLive", {}, { "Ref": "AWS::NoValue" }] }""")),
        Finds(FindingRuleId.NotExamined, "an effect", () => User("""{ "Effect": { "Ref": "E" }, "Action": "*", "Resource": "*" }""")),
        Finds(FindingRuleId.NotExamined, "actions that are chosen", () => User(Allow("""{ "Fn::If": ["IsLive", "*", "s3:GetObject"] }"""))),
        Spares(FindingRuleId.NotExamined, "a parameter among the resources", () => User(Allow("s3:GetObject", """{ "Fn::Sub": "${Bucket}/*" }"""))),
        Spares(FindingRuleId.NotExamined, "text that is no policy", () => Users(Policy((TemplateNode)"allow all"))),
        Finds(
            FindingRuleId.AdministratorAccess,
            "an effect that is a parameter",
            () => User("""{ "Effect": { "Ref": "E" }, "Action": "*", "Resource": "*" }""")
        ),
        Finds(
            FindingRuleId.WildcardAction,
            "denied but for what a parameter names",
            () => User(Allow("s3:*"), """{ "Effect": "Deny", "NotAction": { "Ref": "A" }, "Resource": "*" }""")
        ),
        Finds(
            FindingRuleId.WildcardAction,
            "denied on a condition that is none",
            () => User(Allow("s3:*"), """{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": "aws:SourceIp" }""")
        ),
        Finds(FindingRuleId.PolicyVersionOld, "no version", () => Users(Policy($$"""{ "Statement": [{{Allow("s3:GetObject", Own)}}] }"""))),
        Finds(
            FindingRuleId.PolicyVersionOld,
            "of 2008",
            () => Users(Policy($$"""{ "Version": "2008-10-17", "Statement": {{Allow("dynamodb:GetItem", Table, OwnKeys)}} }"""))
        ),
        Spares(FindingRuleId.PolicyVersionOld, "of 2012", () => User(Allow("s3:GetObject", Own))),
        Spares(
            FindingRuleId.PolicyVersionOld,
            "of 2008 without variables",
            () => Users(Policy($$"""{ "Version": "2008-10-17", "Statement": [{{Allow("dynamodb:GetItem", Table)}}] }"""))
        ),
        Spares(
            FindingRuleId.PolicyVersionOld,
            "a parameter",
            () => Users(Policy($$"""{ "Version": { "Ref": "Version" }, "Statement": [{{Allow("s3:GetObject", Own)}}] }"""))
        ),
        Spares(
            FindingRuleId.PolicyVersionOld,
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
