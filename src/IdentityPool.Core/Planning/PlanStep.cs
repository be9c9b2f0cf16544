using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>One call of AWS, with the differences that it closes. The kinds below are all there are; each knows just what its call needs.</summary>
internal abstract record PlanStep
{
    private static readonly string[] TakingVerbs = ["Delete", "Detach", "Remove", "Untag"];

    private PlanStep() { }

    /// <summary>The service and operation, <c>iam:CreateRole</c> for example.</summary>
    public abstract string Operation { get; }

    /// <summary>What the call is about, for people.</summary>
    public abstract string Target { get; }

    /// <summary>Whether the call deletes or detaches something, as its name says.</summary>
    public bool TakesAway =>
        Operation[(Operation.IndexOf(':', StringComparison.Ordinal) + 1)..] is var action
        && TakingVerbs.Any(verb => action.StartsWith(verb, StringComparison.Ordinal));

    /// <summary>Whether the call replaces a whole, most of which stays as AWS has it: what it alters is in its changes and nowhere else.</summary>
    public virtual bool IsReplacement => false;

    /// <summary>The differences that the call closes; the later calls that make up one part have none of their own.</summary>
    public ValueList<IdentityPoolChange> Changes { get; init; } = [];

    /// <summary>The step with every name that was not known when the plan was made.</summary>
    public virtual PlanStep Resolved(Func<string, string> map) => this;

    /// <summary>The call on one line.</summary>
    public sealed override string ToString() => $"{Operation} {Pending.Readable(Target)}";

    internal sealed record CreateUserPool(UserPoolState UserPool) : PlanStep
    {
        public override string Operation => "cognito-idp:CreateUserPool";

        public override string Target => UserPool.Name;
    }

    internal sealed record DeleteUserPool(string Id) : PlanStep
    {
        public override string Operation => "cognito-idp:DeleteUserPool";

        public override string Target => Id;

        public override PlanStep Resolved(Func<string, string> map) => this with { Id = map(Id) };
    }

    internal sealed record CreateClient(ClientState Client) : PlanStep
    {
        public override string Operation => "cognito-idp:CreateUserPoolClient";

        public override string Target => Client.Name;

        public override PlanStep Resolved(Func<string, string> map) => this with { Client = Client.Map(map) };
    }

    internal sealed record UpdateClient(ClientState Client) : PlanStep
    {
        public override string Operation => "cognito-idp:UpdateUserPoolClient";

        public override string Target => Client.ClientId;

        public override bool IsReplacement => true;

        public override PlanStep Resolved(Func<string, string> map) => this with { Client = Client.Map(map) };
    }

    internal sealed record DeleteClient(string UserPoolId, string ClientId) : PlanStep
    {
        public override string Operation => "cognito-idp:DeleteUserPoolClient";

        public override string Target => ClientId;

        public override PlanStep Resolved(Func<string, string> map) => this with { UserPoolId = map(UserPoolId), ClientId = map(ClientId) };
    }

    internal sealed record CreateGroup(GroupState Group) : PlanStep
    {
        public override string Operation => "cognito-idp:CreateGroup";

        public override string Target => Group.Key;

        public override PlanStep Resolved(Func<string, string> map) => this with { Group = Group.Map(map) };
    }

    /// <summary>The call replaces all that a group says.</summary>
    internal sealed record UpdateGroup(GroupState Group, GroupState Before) : PlanStep
    {
        public override string Operation => "cognito-idp:UpdateGroup";

        public override string Target => Group.Key;

        public override PlanStep Resolved(Func<string, string> map) => this with { Group = Group.Map(map), Before = Before.Map(map) };
    }

    internal sealed record DeleteGroup(string UserPoolId, string Name) : PlanStep
    {
        public override string Operation => "cognito-idp:DeleteGroup";

        public override string Target => $"{UserPoolId}/{Name}";

        public override PlanStep Resolved(Func<string, string> map) => this with { UserPoolId = map(UserPoolId) };
    }

    internal sealed record CreateOpenIdConnectProvider(OpenIdConnectProviderState Provider) : PlanStep
    {
        public override string Operation => "iam:CreateOpenIDConnectProvider";

        public override string Target => Provider.Url;

        public override PlanStep Resolved(Func<string, string> map) => this with { Provider = Provider.Map(map) };
    }

    internal sealed record DeleteOpenIdConnectProvider(string Arn) : PlanStep
    {
        public override string Operation => "iam:DeleteOpenIDConnectProvider";

        public override string Target => Arn;
    }

    internal sealed record AddClientId(string Arn, string ClientId) : PlanStep
    {
        public override string Operation => "iam:AddClientIDToOpenIDConnectProvider";

        public override string Target => Arn;

        public override PlanStep Resolved(Func<string, string> map) => this with { ClientId = map(ClientId) };
    }

    internal sealed record RemoveClientId(string Arn, string ClientId) : PlanStep
    {
        public override string Operation => "iam:RemoveClientIDFromOpenIDConnectProvider";

        public override string Target => Arn;
    }

    internal sealed record UpdateThumbprints(string Arn, ValueList<string> Thumbprints) : PlanStep
    {
        public override string Operation => "iam:UpdateOpenIDConnectProviderThumbprint";

        public override string Target => Arn;
    }

    internal sealed record TagOpenIdConnectProvider(string Arn, ValueMap<string> Tags) : PlanStep
    {
        public override string Operation => "iam:TagOpenIDConnectProvider";

        public override string Target => Arn;
    }

    internal sealed record CreateSamlProvider(SamlProviderState Provider) : PlanStep
    {
        public override string Operation => "iam:CreateSAMLProvider";

        public override string Target => Provider.Name;
    }

    internal sealed record DeleteSamlProvider(string Arn) : PlanStep
    {
        public override string Operation => "iam:DeleteSAMLProvider";

        public override string Target => Arn;
    }

    internal sealed record TagSamlProvider(string Arn, ValueMap<string> Tags) : PlanStep
    {
        public override string Operation => "iam:TagSAMLProvider";

        public override string Target => Arn;
    }

    internal sealed record CreatePool(PoolState Pool) : PlanStep
    {
        public override string Operation => "cognito-identity:CreateIdentityPool";

        public override string Target => Pool.Name;

        public override PlanStep Resolved(Func<string, string> map) => this with { Pool = Pool.Map(map) };
    }

    internal sealed record UpdatePool(PoolState Pool) : PlanStep
    {
        public override string Operation => "cognito-identity:UpdateIdentityPool";

        public override string Target => Pool.Id;

        public override bool IsReplacement => true;

        public override PlanStep Resolved(Func<string, string> map) => this with { Pool = Pool.Map(map) };
    }

    internal sealed record DeletePool(string Id) : PlanStep
    {
        public override string Operation => "cognito-identity:DeleteIdentityPool";

        public override string Target => Id;

        public override PlanStep Resolved(Func<string, string> map) => this with { Id = map(Id) };
    }

    internal sealed record CreateRole(RoleState Role) : PlanStep
    {
        public override string Operation => "iam:CreateRole";

        public override string Target => Role.IamName;

        public override PlanStep Resolved(Func<string, string> map) => this with { Role = Role.Map(map) };
    }

    internal sealed record UpdateRole(RoleState Role) : PlanStep
    {
        public override string Operation => "iam:UpdateRole";

        public override string Target => Role.IamName;

        public override bool IsReplacement => true;
    }

    internal sealed record UpdateTrust(string RoleName, TemplateNode Document) : PlanStep
    {
        public override string Operation => "iam:UpdateAssumeRolePolicy";

        public override string Target => RoleName;
    }

    internal sealed record PutPermissionsBoundary(string RoleName, string PolicyArn) : PlanStep
    {
        public override string Operation => "iam:PutRolePermissionsBoundary";

        public override string Target => RoleName;
    }

    internal sealed record DeletePermissionsBoundary(string RoleName) : PlanStep
    {
        public override string Operation => "iam:DeleteRolePermissionsBoundary";

        public override string Target => RoleName;
    }

    internal sealed record PutRolePolicy(string RoleName, string PolicyName, TemplateNode Document) : PlanStep
    {
        public override string Operation => "iam:PutRolePolicy";

        public override string Target => RoleName;

        public override PlanStep Resolved(Func<string, string> map) =>
            this with
            {
                RoleName = map(RoleName),
                PolicyName = map(PolicyName),
                Document = Nodes.Map(Document, map),
            };
    }

    internal sealed record DeleteRolePolicy(string RoleName, string PolicyName) : PlanStep
    {
        public override string Operation => "iam:DeleteRolePolicy";

        public override string Target => RoleName;

        public override PlanStep Resolved(Func<string, string> map) => this with { RoleName = map(RoleName), PolicyName = map(PolicyName) };
    }

    internal sealed record AttachRolePolicy(string RoleName, string PolicyArn) : PlanStep
    {
        public override string Operation => "iam:AttachRolePolicy";

        public override string Target => RoleName;

        public override PlanStep Resolved(Func<string, string> map) => this with { RoleName = map(RoleName) };
    }

    internal sealed record DetachRolePolicy(string RoleName, string PolicyArn) : PlanStep
    {
        public override string Operation => "iam:DetachRolePolicy";

        public override string Target => RoleName;

        public override PlanStep Resolved(Func<string, string> map) => this with { RoleName = map(RoleName) };
    }

    internal sealed record TagRole(string RoleName, ValueMap<string> Tags) : PlanStep
    {
        public override string Operation => "iam:TagRole";

        public override string Target => RoleName;
    }

    internal sealed record UntagRole(string RoleName, ValueList<string> Keys) : PlanStep
    {
        public override string Operation => "iam:UntagRole";

        public override string Target => RoleName;
    }

    internal sealed record DeleteRole(string RoleName) : PlanStep
    {
        public override string Operation => "iam:DeleteRole";

        public override string Target => RoleName;

        public override PlanStep Resolved(Func<string, string> map) => this with { RoleName = map(RoleName) };
    }

    internal sealed record SetRoles(string PoolId, AttachmentState Attachment) : PlanStep
    {
        public override string Operation => "cognito-identity:SetIdentityPoolRoles";

        public override string Target => PoolId;

        public override bool IsReplacement => true;

        public override PlanStep Resolved(Func<string, string> map) => this with { PoolId = map(PoolId), Attachment = Attachment.Map(map) };
    }

    internal sealed record SetPrincipalTags(string PoolId, string Provider, PrincipalTagState State) : PlanStep
    {
        public override string Operation => "cognito-identity:SetPrincipalTagAttributeMap";

        public override string Target => Provider;

        public override PlanStep Resolved(Func<string, string> map) => this with { PoolId = map(PoolId), Provider = map(Provider) };
    }

    internal sealed record TagPool(string PoolId, ValueMap<string> Tags) : PlanStep
    {
        public override string Operation => "cognito-identity:TagResource";

        public override string Target => PoolId;

        public override PlanStep Resolved(Func<string, string> map) =>
            this with
            {
                PoolId = map(PoolId),
                Tags = ValueMap<string>.Create(Tags.Select(tag => KeyValuePair.Create(map(tag.Key), map(tag.Value)))),
            };
    }

    internal sealed record UntagPool(string PoolId, ValueList<string> Keys) : PlanStep
    {
        public override string Operation => "cognito-identity:UntagResource";

        public override string Target => PoolId;
    }
}
