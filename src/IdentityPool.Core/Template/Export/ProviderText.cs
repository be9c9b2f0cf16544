using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Providers as a template names them.</summary>
internal sealed class ProviderText(PoolNames names)
{
    /// <summary>The name of a user pool in <c>CognitoIdentityProviders</c>. Its region is the one in its id, whatever region the stack is in.</summary>
    public static TemplateNode ProviderName(UserPool userPool) =>
        userPool.IsManaged ? Intrinsic.AttributeOf(userPool.ResourceId, "ProviderName")
        : userPool.ProviderName is { } literal ? literal
        : userPool.ProviderNameFunction is { } function ? function.Node
        : TextParts.Compose(
            "cognito-idp.",
            Intrinsic.SelectOf(0, Intrinsic.SplitOf("_", userPool.TypedId!.Node)),
            ".",
            Intrinsic.RefTo("AWS::URLSuffix"),
            "/",
            userPool.TypedId.Node
        );

    public static TemplateNode UserPoolId(UserPool userPool) => userPool.IsManaged ? Intrinsic.RefTo(userPool.ResourceId) : userPool.TypedId!.Node;

    public static TemplateNode Arn(OpenIdConnectProvider provider) => provider.TypedArn?.Node ?? Intrinsic.RefTo(provider.ResourceId);

    public static TemplateNode Arn(SamlProvider provider) => provider.TypedArn?.Node ?? Intrinsic.RefTo(provider.ResourceId);

    public TemplateNode ClientId(UserPool userPool, UserPoolClient client) => client.TypedClientId?.Node ?? Intrinsic.RefTo(names.Client(userPool, client));

    /// <summary>The name that a role mapping uses.</summary>
    public TemplateNode Url(ProviderReference provider) =>
        provider is UserPoolReference { UserPool: var userPool, Client: { } client }
            ? TextParts.Compose(ProviderName(userPool), ":", ClientId(userPool, client))
            : Name(provider);

    /// <summary>The name that principal tags use.</summary>
    public static TemplateNode Name(ProviderReference provider) =>
        provider switch
        {
            UserPoolReference { UserPool: var userPool } => ProviderName(userPool),
            OpenIdConnectProviderReference { Provider: var known } => Arn(known),
            SamlProviderReference { Provider: var known } => Arn(known),
            _ => provider.Url!.Node,
        };
}
