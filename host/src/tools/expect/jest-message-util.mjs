// Stacks are shown by minihost, which knows where a program's files are.
export const formatStackTrace = () => '';
export const separateMessageFromStack = content => ({ message: content, stack: '' });
