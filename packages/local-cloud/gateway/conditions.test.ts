import { describe, expect, it } from 'vitest';
import { conditionsHold } from './conditions.ts';

/** As AWS documents it: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
describe('conditions', () => {
  it.each([
    ['one of several values is enough', { StringEquals: { 'ses:FromAddress': ['a', 'b'] } }, { 'ses:FromAddress': ['b'] }, true],
    ['keys are compared without regard to case', { StringEquals: { 'SES:fromaddress': ['a'] } }, { 'ses:FromAddress': ['a'] }, true],
    ['an absent key does not equal anything', { StringEquals: { 'ses:FromAddress': ['a'] } }, {}, false],
    ['an absent key differs from everything', { StringNotEquals: { 'ses:FromAddress': ['a'] } }, {}, true],
    ['IfExists lets an absent key pass', { StringEqualsIfExists: { 'ses:FromAddress': ['a'] } }, {}, true],
    [
      'IfExists still looks at one that is there',
      { StringEqualsIfExists: { 'ses:FromAddress': ['a'] } },
      { 'ses:FromAddress': ['b'] },
      false,
    ],
    [
      'ForAllValues wants every value to fit',
      { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['a'] } },
      { 'dynamodb:LeadingKeys': ['a', 'b'] },
      false,
    ],
    ['ForAllValues is content with none', { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['a'] } }, {}, true],
    [
      'ForAnyValue wants one to fit',
      { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['b*'] } },
      { 'dynamodb:LeadingKeys': ['a', 'bc'] },
      true,
    ],
    ['ForAnyValue is not content with none', { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['b*'] } }, {}, false],
    ['Null asks for absence', { Null: { 's3:prefix': ['true'] } }, {}, true],
    [
      'every operator must hold',
      { StringLike: { 's3:prefix': ['a*'] }, Bool: { 'aws:SecureTransport': ['false'] } },
      { 's3:prefix': ['ab'], 'aws:SecureTransport': ['true'] },
      false,
    ],
    [
      'a pattern’s other signs are plain',
      { ArnLike: { 'aws:SourceArn': ['arn:aws:s3:::a.b*'] } },
      { 'aws:SourceArn': ['arn:aws:s3:::axb'] },
      false,
    ],
  ])('%s', (_what, conditions, context, expected) => {
    expect(conditionsHold(conditions, context)).toBe(expected);
  });
});
