$table = @{ 'Fn::GetAtt' = 'Table.Arn' }

New-IdentityPool |
    Grant-IdentityPoolAccess -Role Authenticated -Service DynamoDB -Access ReadWrite -Resource $table |
    Grant-IdentityPoolAccess -Role Authenticated -Action dynamodb:UpdateItem -Resource $table |
    Grant-IdentityPoolAccess -Role Unauthenticated -Service DynamoDB -Access Read -Resource $table
